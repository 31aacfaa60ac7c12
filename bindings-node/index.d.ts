// Written by `cargo xtask generate`.

/** A refusal or a fault, with every reason for it. The first reason speaks for the whole. */
export class RatebookError extends Error {
  constructor(report: ErrorReport)
  /** Dotted and stable, such as `rates.blackout`. */
  readonly code: Code
  /** Where: a JSON pointer into the definition or request, empty for the whole. */
  readonly path: string
  /** The figures involved, by name. */
  readonly details: Details
  /** Every reason, the first one included. */
  readonly reasons: readonly Reason[]
  /**
   * The report of the error: what a structured clone of it keeps, when it is posted to another thread.
   */
  readonly cause: ErrorReport
  /** The error as it crosses a wire. */
  toJSON(): ErrorReport
  /** The error again, in the class of its family: from its report, or from a structured clone of it. */
  static from(told: unknown): RatebookError
}

/** A refusal or fault whose code begins with `books.`. */
export class BooksError extends RatebookError {}

/** A refusal or fault whose code begins with `calendar.`. */
export class CalendarError extends RatebookError {}

/** A refusal or fault whose code begins with `definition.`. */
export class DefinitionError extends RatebookError {}

/** A refusal or fault whose code begins with `engine.`. */
export class EngineError extends RatebookError {}

/** A refusal or fault whose code begins with `expression.`. */
export class ExpressionError extends RatebookError {}

/** A refusal or fault whose code begins with `flow.`. */
export class FlowError extends RatebookError {}

/** A refusal or fault whose code begins with `money.`. */
export class MoneyError extends RatebookError {}

/** A refusal or fault whose code begins with `rates.`. */
export class RatesError extends RatebookError {}

/** A refusal or fault whose code begins with `records.`. */
export class RecordsError extends RatebookError {}

/** A refusal or fault whose code begins with `request.`. */
export class RequestError extends RatebookError {}

/** A refusal or fault whose code begins with `tenancy.`. */
export class TenancyError extends RatebookError {}

/** A refusal or fault whose code begins with `time.`. */
export class TimeError extends RatebookError {}

/** A rate list, checked and compiled: asked for prices as often as you like. */
export class RateList {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: RateListDefinition | string | Uint8Array)
  /** Prices a request, with every line; or refuses it with every reason. */
  price(request: PriceRequest): Price
  /** `price` from JSON to JSON, both as they cross wires (snake_case). */
  priceJson(request: string | Uint8Array): Buffer
  /** The total alone: the fast way when nobody reads the lines. */
  total(request: PriceRequest): Money
  /** `total` from JSON to JSON, both as they cross wires (snake_case). */
  totalJson(request: string | Uint8Array): Buffer
  /** Prices a request and tells the total in another currency, with the exchange rate and its time. */
  priceIn(request: PriceInRequest): PriceIn
  /** `priceIn` from JSON to JSON, both as they cross wires (snake_case). */
  priceInJson(request: string | Uint8Array): Buffer
  /** The price in sentences, or every reason against it. */
  explain(request: PriceRequest): Explanation
  /** `explain` from JSON to JSON, both as they cross wires (snake_case). */
  explainJson(request: string | Uint8Array): Buffer
  /** Prices many requests, one answer each; a bad request never spoils the others. */
  quoteMany(request: QuoteManyRequest): readonly Quoted[]
  /** `quoteMany` from JSON to JSON, both as they cross wires (snake_case). */
  quoteManyJson(request: string | Uint8Array): Buffer
  /** `quoteMany` on another thread. */
  quoteManyAsync(request: QuoteManyRequest): Promise<readonly Quoted[]>
  /** The totals of many requests, one answer each: the fastest way to price a lot. */
  totalMany(request: QuoteManyRequest): readonly Totalled[]
  /** `totalMany` from JSON to JSON, both as they cross wires (snake_case). */
  totalManyJson(request: string | Uint8Array): Buffer
  /** `totalMany` on another thread. */
  totalManyAsync(request: QuoteManyRequest): Promise<readonly Totalled[]>
  /** The total of every arrival day, length of stay and party. */
  grid(request: GridRequest): Grid
  /** `grid` from JSON to JSON, both as they cross wires (snake_case). */
  gridJson(request: string | Uint8Array): Buffer
  /** The list as bytes for a device: its definition in the compact form, with a checksum, from which it loads again. */
  pack(request: PackRequest): Packed
  /** `pack` from JSON to JSON, both as they cross wires (snake_case). */
  packJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** Several rate lists, checked and compiled, that answer together. */
export class RateLists {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: RateListsDefinition | string | Uint8Array)
  /** The price of the cheapest list, with every other offer and refusal. */
  cheapest(request: CheapestRequest): Cheapest
  /** `cheapest` from JSON to JSON, both as they cross wires (snake_case). */
  cheapestJson(request: string | Uint8Array): Buffer
  /** The one list that answers for a product: by priority, most specific product, newest version, id, in this order. */
  select(request: SelectRequest): Selection
  /** `select` from JSON to JSON, both as they cross wires (snake_case). */
  selectJson(request: string | Uint8Array): Buffer
  /** Every pair of published lists of one supplier, service, destination and product whose days meet. */
  overlaps(request: OverlapsRequest): readonly Overlap[]
  /** `overlaps` from JSON to JSON, both as they cross wires (snake_case). */
  overlapsJson(request: string | Uint8Array): Buffer
  /** The overlaps that a list would have, without saving it. */
  validateDates(request: ValidateDatesRequest): readonly Overlap[]
  /** `validateDates` from JSON to JSON, both as they cross wires (snake_case). */
  validateDatesJson(request: string | Uint8Array): Buffer
  /** Prices the same requests under two lists: what would have changed, for each and in sum. */
  simulate(request: SimulateRequest): Simulation
  /** `simulate` from JSON to JSON, both as they cross wires (snake_case). */
  simulateJson(request: string | Uint8Array): Buffer
  /** Writes the lists to a CSV or XLSX file, which reads back to the same lists. */
  export(request: ExportRequest): Exported
  /** `export` from JSON to JSON, both as they cross wires (snake_case). */
  exportJson(request: string | Uint8Array): Buffer
  /** One change over many lists as one set that can be looked at: all lists change or none. */
  bulkUpdate(request: BulkUpdateRequest): BulkUpdate
  /** `bulkUpdate` from JSON to JSON, both as they cross wires (snake_case). */
  bulkUpdateJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** A plan, checked: what its periods cost, and what changes in their midst do. */
export class Plan {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: PlanDefinition | string | Uint8Array)
  /** What a period costs with its usage, line by line. */
  charge(request: UsageRequest): PlanBill
  /** `charge` from JSON to JSON, both as they cross wires (snake_case). */
  chargeJson(request: string | Uint8Array): Buffer
  /** The plan's billing periods, the anchor's day kept. */
  periods(request: PlanPeriodsRequest): readonly BillingPeriod[]
  /** `periods` from JSON to JSON, both as they cross wires (snake_case). */
  periodsJson(request: string | Uint8Array): Buffer
  /** What a change in the midst of a period costs: credit and charge as separate lines. */
  prorate(request: ProrateRequest): Proration
  /** `prorate` from JSON to JSON, both as they cross wires (snake_case). */
  prorateJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** A cancellation policy, checked: what is charged and what goes back, by how long before the start. */
export class CancellationPolicy {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: CancellationPolicyDefinition | string | Uint8Array)
  /** What a cancellation costs and what goes back, component by component. */
  fee(request: CancellationRequest): CancellationSettlement
  /** `fee` from JSON to JSON, both as they cross wires (snake_case). */
  feeJson(request: string | Uint8Array): Buffer
  /** Every deadline of a booking with what cancelling costs until then, as a guest is shown it. */
  deadlines(request: CancellationDeadlinesRequest): CancellationDeadlines
  /** `deadlines` from JSON to JSON, both as they cross wires (snake_case). */
  deadlinesJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** Resources and what is taken of them: asked as often as you like, and changed by what happens as a whole or not at all. */
export class Calendar {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: CalendarDefinition | string | Uint8Array)
  /** Is it free? If not, every reason, with the units left. */
  check(request: CheckRequest): Availability
  /** `check` from JSON to JSON, both as they cross wires (snake_case). */
  checkJson(request: string | Uint8Array): Buffer
  /** Are several things free at once? One answer for all of them, with every reason. */
  checkAll(request: CheckAllRequest): Availability
  /** `checkAll` from JSON to JSON, both as they cross wires (snake_case). */
  checkAllJson(request: string | Uint8Array): Buffer
  /** The first free time of each resource, the earliest first. */
  nextFree(request: NextFreeRequest): readonly FreeTime[]
  /** `nextFree` from JSON to JSON, both as they cross wires (snake_case). */
  nextFreeJson(request: string | Uint8Array): Buffer
  /** The free starts of many resources, in local time. */
  slots(request: SlotsRequest): readonly ResourceSlots[]
  /** `slots` from JSON to JSON, both as they cross wires (snake_case). */
  slotsJson(request: string | Uint8Array): Buffer
  /** The starts at which several things are free at once, with a resource for each of them. */
  commonSlots(request: CommonSlotsRequest): readonly CommonSlot[]
  /** `commonSlots` from JSON to JSON, both as they cross wires (snake_case). */
  commonSlotsJson(request: string | Uint8Array): Buffer
  /** What a screen draws: a day, a week or a month of resources. */
  view(request: ViewRequest): readonly ResourceView[]
  /** `view` from JSON to JSON, both as they cross wires (snake_case). */
  viewJson(request: string | Uint8Array): Buffer
  /** Utilisation by day or week, gaps too short to sell, and pickup. */
  occupancy(request: OccupancyRequest): readonly ResourceOccupancy[]
  /** `occupancy` from JSON to JSON, both as they cross wires (snake_case). */
  occupancyJson(request: string | Uint8Array): Buffer
  /** Who takes an appointment: free, able, and next by the rule. */
  assign(request: AssignRequest): Assigned
  /** `assign` from JSON to JSON, both as they cross wires (snake_case). */
  assignJson(request: string | Uint8Array): Buffer
  /** Books one resource or several at once: all or none. */
  book(request: BookRequest): Booking
  /** `book` from JSON to JSON, both as they cross wires (snake_case). */
  bookJson(request: string | Uint8Array): Buffer
  /** Books a recurring time: all occurrences, those that are free, or none. Every clash is told. */
  bookSeries(request: BookSeriesRequest): BookedSeries
  /** `bookSeries` from JSON to JSON, both as they cross wires (snake_case). */
  bookSeriesJson(request: string | Uint8Array): Buffer
  /** Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way. */
  reschedule(request: RescheduleRequest): Booking
  /** `reschedule` from JSON to JSON, both as they cross wires (snake_case). */
  rescheduleJson(request: string | Uint8Array): Buffer
  /** Gives a booking up. */
  cancel(request: CancelRequest): Booking
  /** `cancel` from JSON to JSON, both as they cross wires (snake_case). */
  cancelJson(request: string | Uint8Array): Buffer
  /** Holds one resource or several at once, until a moment. The same key again is the same hold. */
  hold(request: HoldRequest): Hold
  /** `hold` from JSON to JSON, both as they cross wires (snake_case). */
  holdJson(request: string | Uint8Array): Buffer
  /** Makes a hold a booking; what it holds is checked again. */
  confirm(request: ConfirmRequest): Booking
  /** `confirm` from JSON to JSON, both as they cross wires (snake_case). */
  confirmJson(request: string | Uint8Array): Buffer
  /** Gives a hold up. */
  release(request: ReleaseRequest): Hold
  /** `release` from JSON to JSON, both as they cross wires (snake_case). */
  releaseJson(request: string | Uint8Array): Buffer
  /** Lets a hold expire later. */
  extend(request: ExtendRequest): Hold
  /** `extend` from JSON to JSON, both as they cross wires (snake_case). */
  extendJson(request: string | Uint8Array): Buffer
  /** Drops every hold that has expired, and tells which. */
  expire(request: ExpireRequest): readonly Hold[]
  /** `expire` from JSON to JSON, both as they cross wires (snake_case). */
  expireJson(request: string | Uint8Array): Buffer
  /** Blocks time, whatever is booked in it. */
  block(request: BlockRequest): Blocked
  /** `block` from JSON to JSON, both as they cross wires (snake_case). */
  blockJson(request: string | Uint8Array): Buffer
  /** Makes blocked time free again. */
  unblock(request: UnblockRequest): Blocked
  /** `unblock` from JSON to JSON, both as they cross wires (snake_case). */
  unblockJson(request: string | Uint8Array): Buffer
  /** Many commands, one after the other, each for itself. */
  apply(request: ApplyRequest): readonly AppliedCommand[]
  /** `apply` from JSON to JSON, both as they cross wires (snake_case). */
  applyJson(request: string | Uint8Array): Buffer
  /** Takes over what a database has added, changed or removed: rows as they are, all or none. The same rows again change nothing. */
  applyRows(request: ApplyRowsRequest): AppliedRows
  /** `applyRows` from JSON to JSON, both as they cross wires (snake_case). */
  applyRowsJson(request: string | Uint8Array): Buffer
  /** Merges what devices did while they were apart, in a fixed order. What clashes is told, and nothing is lost. */
  merge(request: MergeRequest): readonly MergedCommand[]
  /** `merge` from JSON to JSON, both as they cross wires (snake_case). */
  mergeJson(request: string | Uint8Array): Buffer
  /** Blocks the time of another calendar's events, and frees what it no longer has. */
  importFeed(request: ImportFeedRequest): ImportedFeed
  /** `importFeed` from JSON to JSON, both as they cross wires (snake_case). */
  importFeedJson(request: string | Uint8Array): Buffer
  /** What is taken as iCalendar text: events with names that stay the same, or only when it is busy. */
  exportFeed(request: ExportFeedRequest): string
  /** `exportFeed` from JSON to JSON, both as they cross wires (snake_case). */
  exportFeedJson(request: string | Uint8Array): Buffer
  /** Everything as a definition, from which it loads again. */
  snapshot(request: SnapshotRequest): CalendarDefinition
  /** `snapshot` from JSON to JSON, both as they cross wires (snake_case). */
  snapshotJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** A machine, checked and compiled to a table: what may happen next. */
export class Machine<State extends string = string, Event extends string = string> {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: MachineDefinition | string | Uint8Array)
  /** Begins an instance in the initial state. */
  start(request: StartRequest): MachineFired<State, Event>
  /** `start` from JSON to JSON, both as they cross wires (snake_case). */
  startJson(request: string | Uint8Array): Buffer
  /** What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told. */
  fire(request: FireRequest<State, Event>): MachineFired<State, Event>
  /** `fire` from JSON to JSON, both as they cross wires (snake_case). */
  fireJson(request: string | Uint8Array): Buffer
  /** Many events of many instances, one after the other, each for itself. */
  fireAll(request: FireAllRequest<State, Event>): readonly MachineAttempt<State, Event>[]
  /** `fireAll` from JSON to JSON, both as they cross wires (snake_case). */
  fireAllJson(request: string | Uint8Array): Buffer
  /** Where an event leads, by names alone: who may and what must be given is not asked. */
  step(request: StepRequest<State, Event>): MachineStep<State, Event>
  /** `step` from JSON to JSON, both as they cross wires (snake_case). */
  stepJson(request: string | Uint8Array): Buffer
  /** Every event: whether it may happen now, and why not. */
  allowed(request: AllowedRequest): readonly MachineChoice<State, Event>[]
  /** `allowed` from JSON to JSON, both as they cross wires (snake_case). */
  allowedJson(request: string | Uint8Array): Buffer
  /** The events whose timers have run out, and when to ask again. */
  due(request: DueRequest): MachineTimers<State, Event>
  /** `due` from JSON to JSON, both as they cross wires (snake_case). */
  dueJson(request: string | Uint8Array): Buffer
  /** The instance that a history leads to, each record checked. */
  replay(request: ReplayRequest): MachineInstance<State, Event>
  /** `replay` from JSON to JSON, both as they cross wires (snake_case). */
  replayJson(request: string | Uint8Array): Buffer
  /** The machine as a picture in Mermaid or DOT, with the present state marked. */
  diagram(request: DiagramRequest): string
  /** `diagram` from JSON to JSON, both as they cross wires (snake_case). */
  diagramJson(request: string | Uint8Array): Buffer
  /** The shortest path of events to each state. */
  paths(request: PathsRequest): readonly MachinePath[]
  /** `paths` from JSON to JSON, both as they cross wires (snake_case). */
  pathsJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** Deadlines, escalation and compliance by one policy, checked and compiled. */
export class DeadlinePolicy {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: DeadlinePolicyDefinition | string | Uint8Array)
  /** Where a case stands: every deadline, what is left of it, and who has to be told. */
  track(request: DeadlineTrackRequest): TrackedDeadlines
  /** `track` from JSON to JSON, both as they cross wires (snake_case). */
  trackJson(request: string | Uint8Array): Buffer
  /** How well deadlines were kept over a period, by target, priority and agent. */
  compliance(request: DeadlineComplianceRequest): readonly DeadlineFigures[]
  /** `compliance` from JSON to JSON, both as they cross wires (snake_case). */
  complianceJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** A tenant's rules, checked and compiled: who may, how much, and what is counted how. */
export class Tenant {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: TenantDefinition | string | Uint8Array)
  /** The tenant's settings, defaults included. */
  settings(request: SettingsRequest): TenantSettings
  /** `settings` from JSON to JSON, both as they cross wires (snake_case). */
  settingsJson(request: string | Uint8Array): Buffer
  /** How the tenant stands, what that allows, and what it may become; or how it would stand after such a change. */
  standing(request: StandingRequest): TenantStanding
  /** `standing` from JSON to JSON, both as they cross wires (snake_case). */
  standingJson(request: string | Uint8Array): Buffer
  /** Whether somebody may do something with a record, through what, or what they lack. */
  may(request: MayRequest): AccessVerdict
  /** `may` from JSON to JSON, both as they cross wires (snake_case). */
  mayJson(request: string | Uint8Array): Buffer
  /** Every permission that somebody holds on all records, in order of name. */
  permissions(request: AccessActor): readonly string[]
  /** `permissions` from JSON to JSON, both as they cross wires (snake_case). */
  permissionsJson(request: string | Uint8Array): Buffer
  /** A record without what somebody may not see. */
  mask(request: MaskRequest): MaskedRecord
  /** `mask` from JSON to JSON, both as they cross wires (snake_case). */
  maskJson(request: string | Uint8Array): Buffer
  /** A member with other roles, as long as an owner remains. */
  changeRoles(request: ChangeRolesRequest): AccessActor
  /** `changeRoles` from JSON to JSON, both as they cross wires (snake_case). */
  changeRolesJson(request: string | Uint8Array): Buffer
  /** Whether a feature is on, and why. */
  flag(request: FlagRequest): FlagAnswer
  /** `flag` from JSON to JSON, both as they cross wires (snake_case). */
  flagJson(request: string | Uint8Array): Buffer
  /** Every feature, for one subject. */
  flags(request: FlagSubject): readonly FlagAnswer[]
  /** `flags` from JSON to JSON, both as they cross wires (snake_case). */
  flagsJson(request: string | Uint8Array): Buffer
  /** May a call go on? Every limit lets it through, or none counts it. */
  rateLimit(request: RateLimitRequest): RateLimitAnswer
  /** `rateLimit` from JSON to JSON, both as they cross wires (snake_case). */
  rateLimitJson(request: string | Uint8Array): Buffer
  /** Counts failures up to a lock, and tells whether it is locked. */
  lockout(request: LockoutRequest): LockoutAnswer
  /** `lockout` from JSON to JSON, both as they cross wires (snake_case). */
  lockoutJson(request: string | Uint8Array): Buffer
  /** Whether an address passes, and by which rule: the most specific range decides. */
  address(request: AddressRequest): AddressAnswer
  /** `address` from JSON to JSON, both as they cross wires (snake_case). */
  addressJson(request: string | Uint8Array): Buffer
  /** Takes, holds or gives back some of a quota, or asks how much is left. */
  quota(request: QuotaRequest): QuotaAnswer
  /** `quota` from JSON to JSON, both as they cross wires (snake_case). */
  quotaJson(request: string | Uint8Array): Buffer
  /** The next number of a format; none ever comes twice. */
  nextNumber(request: NumberRequest): NumberAnswer
  /** `nextNumber` from JSON to JSON, both as they cross wires (snake_case). */
  nextNumberJson(request: string | Uint8Array): Buffer
  /** Makes an API key of random bits that are given, and the record to keep of it. */
  newKey(request: NewKeyRequest): NewKey
  /** `newKey` from JSON to JSON, both as they cross wires (snake_case). */
  newKeyJson(request: string | Uint8Array): Buffer
  /** Whether an API key holds, or every reason against it. */
  checkKey(request: CheckKeyRequest): KeyCheck
  /** `checkKey` from JSON to JSON, both as they cross wires (snake_case). */
  checkKeyJson(request: string | Uint8Array): Buffer
  /** Checks and normalises the custom values and tags of one thing. */
  checkFields(request: CheckFieldsRequest): CheckedFields
  /** `checkFields` from JSON to JSON, both as they cross wires (snake_case). */
  checkFieldsJson(request: string | Uint8Array): Buffer
  /** What every policy says about a change, and what follows. */
  checkPolicies(request: CheckPoliciesRequest): PolicyDecision
  /** `checkPolicies` from JSON to JSON, both as they cross wires (snake_case). */
  checkPoliciesJson(request: string | Uint8Array): Buffer
  /** Which of the things there are keep the policies. */
  compliance(request: ComplianceRequest): ComplianceReport
  /** `compliance` from JSON to JSON, both as they cross wires (snake_case). */
  complianceJson(request: string | Uint8Array): Buffer
  /** How a budget stands, which thresholds are to be told now, and how the month will end. */
  budget(request: BudgetRequest): BudgetStanding
  /** `budget` from JSON to JSON, both as they cross wires (snake_case). */
  budgetJson(request: string | Uint8Array): Buffer
  /** Everything about one person, and nothing about anybody else. */
  exportPerson(request: ExportPersonRequest): PersonExport
  /** `exportPerson` from JSON to JSON, both as they cross wires (snake_case). */
  exportPersonJson(request: string | Uint8Array): Buffer
  /** Replaces what names people for good; ids and numbers stay. */
  anonymise(request: AnonymiseRequest): Anonymised
  /** `anonymise` from JSON to JSON, both as they cross wires (snake_case). */
  anonymiseJson(request: string | Uint8Array): Buffer
  /** What has been kept long enough, by class, legal holds apart. */
  retention(request: RetentionRequest): readonly RetentionClass[]
  /** `retention` from JSON to JSON, both as they cross wires (snake_case). */
  retentionJson(request: string | Uint8Array): Buffer
  /** Whether a consent held at a moment, and by which entry. */
  consent(request: ConsentRequest): ConsentStanding
  /** `consent` from JSON to JSON, both as they cross wires (snake_case). */
  consentJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** Rules that act when something happens, checked and compiled. They say what is to be done and do nothing themselves. */
export class Automation {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: AutomationDefinition | string | Uint8Array)
  /** What is to be done when something happens, by which rules, and why the others did not run. */
  run(request: AutomationRequest): AutomationRun
  /** `run` from JSON to JSON, both as they cross wires (snake_case). */
  runJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** When whom is written to: follow-ups, reminders, greetings; each once, and never in quiet hours. */
export class ContactPlan {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: ContactPlanDefinition | string | Uint8Array)
  /** What is to be sent now, what waits until when, what is not sent and why, and when to ask again. */
  due(request: ContactsDueRequest): ContactsDue
  /** `due` from JSON to JSON, both as they cross wires (snake_case). */
  dueJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** A back office as data, checked and compiled: what is kept, who may, and what lists answer. */
export class Pack {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: PackDefinition | string | Uint8Array)
  /** Which of the records at hand a list would answer, in its order and as the actor may see them. */
  matches(request: MatchesRequest): Matched
  /** `matches` from JSON to JSON, both as they cross wires (snake_case). */
  matchesJson(request: string | Uint8Array): Buffer
  /** A question typed and turned into a plan of column numbers, with the actor's rights in it; or refused with every reason. */
  query(request: RecordQuery): PlannedQuery
  /** `query` from JSON to JSON, both as they cross wires (snake_case). */
  queryJson(request: string | Uint8Array): Buffer
  /** What becomes of a record by a change, or of a new one, with all that follows; or every reason why it may not be. */
  check(request: RecordCheckRequest): CheckedRecord
  /** `check` from JSON to JSON, both as they cross wires (snake_case). */
  checkJson(request: string | Uint8Array): Buffer
  /** That nothing of what was looked up stands against a change or a deletion; or every reason why something does. */
  lookUps(request: LookUpsRequest): boolean
  /** `lookUps` from JSON to JSON, both as they cross wires (snake_case). */
  lookUpsJson(request: string | Uint8Array): Buffer
  /** What becomes of a record that is deleted, and which fields may link to it. */
  delete(request: RecordDeleteRequest): DeletedRecord
  /** `delete` from JSON to JSON, both as they cross wires (snake_case). */
  deleteJson(request: string | Uint8Array): Buffer
  /** What becomes of a record that was deleted softly and is brought back. */
  restore(request: RecordDeleteRequest): RestoredRecord
  /** `restore` from JSON to JSON, both as they cross wires (snake_case). */
  restoreJson(request: string | Uint8Array): Buffer
  /** That the host carries out every effect of the pack that it does not say is carried out elsewhere; or every one that nobody does, with its place. */
  carriedOut(request: CarriedOutRequest): boolean
  /** `carriedOut` from JSON to JSON, both as they cross wires (snake_case). */
  carriedOutJson(request: string | Uint8Array): Buffer
  /** What becomes of two records that become one: whose values stay, what of the other is left behind, and which fields may link to it. */
  merge(request: RecordMergeRequest): MergedRecord
  /** `merge` from JSON to JSON, both as they cross wires (snake_case). */
  mergeJson(request: string | Uint8Array): Buffer
  /** What an event of its machine does to a record: rights, fields, conditions and stamps in one question. */
  fire(request: RecordFireRequest): FiredRecord
  /** `fire` from JSON to JSON, both as they cross wires (snake_case). */
  fireJson(request: string | Uint8Array): Buffer
  /** What of a record's deadlines has passed by now: which it has missed, of which it warns, and the events that follow. */
  lapse(request: RecordLapseRequest): LapsedRecord
  /** `lapse` from JSON to JSON, both as they cross wires (snake_case). */
  lapseJson(request: string | Uint8Array): Buffer
  /** A record without what somebody may not see. */
  mask(request: RecordMaskRequest): VisibleRecord
  /** `mask` from JSON to JSON, both as they cross wires (snake_case). */
  maskJson(request: string | Uint8Array): Buffer
  /** What a screen needs for a record: fields in groups, each with its rules, and what may happen. */
  form(request: RecordFormRequest): RecordForm
  /** `form` from JSON to JSON, both as they cross wires (snake_case). */
  formJson(request: string | Uint8Array): Buffer
  /** What the screens of a pack are drawn from: its entities, each as far as somebody may see it, with the life of its records. */
  screens(request: PackScreensRequest): readonly EntityScreen[]
  /** `screens` from JSON to JSON, both as they cross wires (snake_case). */
  screensJson(request: string | Uint8Array): Buffer
  /** The settings of a tenant with where each value comes from, and what is to be kept of a change; or every reason against it. */
  settings(request: PackSettingsRequest): PackSettings
  /** `settings` from JSON to JSON, both as they cross wires (snake_case). */
  settingsJson(request: string | Uint8Array): Buffer
  /** The views of the pack that somebody may see, each as far as they may see it. */
  views(request: PackViewsRequest): readonly PackView[]
  /** `views` from JSON to JSON, both as they cross wires (snake_case). */
  viewsJson(request: string | Uint8Array): Buffer
  /** What a view asks of its records, as plans with the actor's rights in them: of its items, its lanes, its days and its figures. */
  view(request: PackViewRequest): PlannedView
  /** `view` from JSON to JSON, both as they cross wires (snake_case). */
  viewJson(request: string | Uint8Array): Buffer
  /** What tells two images of a record apart, field by field. */
  diff(request: RecordDiffRequest): readonly RecordChange[]
  /** `diff` from JSON to JSON, both as they cross wires (snake_case). */
  diffJson(request: string | Uint8Array): Buffer
  /** What the rules of the pack do when something has happened to a record. */
  automate(request: RecordAutomationRequest): AutomationRun
  /** `automate` from JSON to JSON, both as they cross wires (snake_case). */
  automateJson(request: string | Uint8Array): Buffer
  /** What is to be sent about a record by now by the pack's plans of contacts, what is not and why, and what comes next. */
  contacts(request: RecordContactsRequest): RecordContacts
  /** `contacts` from JSON to JSON, both as they cross wires (snake_case). */
  contactsJson(request: string | Uint8Array): Buffer
  /** A role of the tenant's own, as it is to be from now on, with all that it includes; or every reason against it. */
  changeRole(request: ChangeRoleRequest): AccessRole
  /** `changeRole` from JSON to JSON, both as they cross wires (snake_case). */
  changeRoleJson(request: string | Uint8Array): Buffer
  /** The machine of the tenant's own by which new records of an entity live from now on, or the pack's again; or every reason against it. */
  changeMachine(request: ChangeMachineRequest): MachineDefinition
  /** `changeMachine` from JSON to JSON, both as they cross wires (snake_case). */
  changeMachineJson(request: string | Uint8Array): Buffer
  /** What happened to a record, as far as somebody may see it now. */
  history(request: RecordHistoryRequest): readonly HistoryEntry[]
  /** `history` from JSON to JSON, both as they cross wires (snake_case). */
  historyJson(request: string | Uint8Array): Buffer
  /** What somebody who listens learns of a change, by what they saw of the record before it and see of it afterwards. */
  notice(request: RecordNoticeRequest): RecordNotice
  /** `notice` from JSON to JSON, both as they cross wires (snake_case). */
  noticeJson(request: string | Uint8Array): Buffer
  /** The tables in which its records are kept. */
  schema(request: SchemaRequest): PackSchema
  /** `schema` from JSON to JSON, both as they cross wires (snake_case). */
  schemaJson(request: string | Uint8Array): Buffer
  /** What has to be done so that the records of another version of the pack are this one's: steps in order, and what is lost. */
  plan(request: MigrationRequest): Migration
  /** `plan` from JSON to JSON, both as they cross wires (snake_case). */
  planJson(request: string | Uint8Array): Buffer
  /** How its records are asked over HTTP, as OpenAPI 3.1. */
  openapi(request: OpenApiRequest): OpenApi
  /** `openapi` from JSON to JSON, both as they cross wires (snake_case). */
  openapiJson(request: string | Uint8Array): Buffer
  /** Reads a CSV or XLSX sheet as records; a bad cell spoils no other row. */
  rows(request: ReadRowsRequest): RowsRead
  /** `rows` from JSON to JSON, both as they cross wires (snake_case). */
  rowsJson(request: string | Uint8Array): Buffer
  /** What a message from outside is called and what is done of it, where a secret proves it. */
  webhook(request: WebhookRequest): VerifiedWebhook
  /** `webhook` from JSON to JSON, both as they cross wires (snake_case). */
  webhookJson(request: string | Uint8Array): Buffer
  /** Everything that records say of one person, and nothing of anybody else. */
  personExport(request: PersonRecordsRequest): PersonRecords
  /** `personExport` from JSON to JSON, both as they cross wires (snake_case). */
  personExportJson(request: string | Uint8Array): Buffer
  /** Replaces what names one person for good; ids and numbers stay. */
  anonymisePerson(request: AnonymisePersonRequest): AnonymisedPerson
  /** `anonymisePerson` from JSON to JSON, both as they cross wires (snake_case). */
  anonymisePersonJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** A calendar and its prices: what a search page asks. */
export class Storefront {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: StorefrontDefinition | string | Uint8Array)
  /** What is free and at which price, cheapest first, with the reasons of what is not offered. */
  availabilityAndPrice(request: AvailabilityAndPriceRequest): Found
  /** `availabilityAndPrice` from JSON to JSON, both as they cross wires (snake_case). */
  availabilityAndPriceJson(request: string | Uint8Array): Buffer
  /** Many commands to the calendar, one after the other, each for itself. */
  apply(request: ApplyRequest): readonly AppliedCommand[]
  /** `apply` from JSON to JSON, both as they cross wires (snake_case). */
  applyJson(request: string | Uint8Array): Buffer
  /** The calendar as it is now, as a definition. */
  snapshot(request: SnapshotRequest): CalendarDefinition
  /** `snapshot` from JSON to JSON, both as they cross wires (snake_case). */
  snapshotJson(request: string | Uint8Array): Buffer
  /** Frees what was loaded, at once. Whatever is asked afterwards is a `ReferenceError`. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

export const assignment: {
  /** Chooses who takes something: in turns, by load, by skill, or by name. */
  readonly choose: (request: ChooseRequest) => AssignmentChoice
  /** `choose` from JSON to JSON, both as they cross wires (snake_case). */
  readonly chooseJson: (request: string | Uint8Array) => Buffer
}

export const engine: {
  /** The catalogue of every code that an error can carry. */
  readonly codes: (request: CodesRequest) => readonly CodeEntry[]
  /** `codes` from JSON to JSON, both as they cross wires (snake_case). */
  readonly codesJson: (request: string | Uint8Array) => Buffer
  /** Tells a guest what is wrong, in one of five languages. */
  readonly message: (request: MessageRequest) => GuestMessage
  /** `message` from JSON to JSON, both as they cross wires (snake_case). */
  readonly messageJson: (request: string | Uint8Array) => Buffer
}

export const expression: {
  /** Reads, types and evaluates an expression. */
  readonly evaluate: (request: EvaluateRequest) => Evaluated
  /** `evaluate` from JSON to JSON, both as they cross wires (snake_case). */
  readonly evaluateJson: (request: string | Uint8Array) => Buffer
  /** Reads and types an expression: the type of its value, the names it looks at, its canonical form. */
  readonly check: (request: ExpressionCheckRequest) => ExpressionChecked
  /** `check` from JSON to JSON, both as they cross wires (snake_case). */
  readonly checkJson: (request: string | Uint8Array) => Buffer
}

export const flow: {
  /** The machines that come with the engine, to be used as they are or changed. */
  readonly machines: (request: MachinesRequest) => readonly MachineDefinition[]
  /** `machines` from JSON to JSON, both as they cross wires (snake_case). */
  readonly machinesJson: (request: string | Uint8Array) => Buffer
  /** When a failed attempt is followed by the next one: listed or growing delays, with jitter. */
  readonly retry: (request: RetryRequest) => NextAttempt
  /** `retry` from JSON to JSON, both as they cross wires (snake_case). */
  readonly retryJson: (request: string | Uint8Array) => Buffer
  /** Follows a figure: an alert that opens once, stays open and clears. */
  readonly alert: (request: AlertRequest) => Alerted
  /** `alert` from JSON to JSON, both as they cross wires (snake_case). */
  readonly alertJson: (request: string | Uint8Array) => Buffer
  /** A machine that comes with the engine, loaded, with the words of its states and events. */
  readonly machine: <Name extends keyof ShippedMachines>(
    name: Name,
  ) => Machine<ShippedMachines[Name]['state'], ShippedMachines[Name]['event']>
}

export const money: {
  /** Rounds an amount to a minor unit, a cash step or any other. */
  readonly round: (request: RoundRequest) => Money
  /** `round` from JSON to JSON, both as they cross wires (snake_case). */
  readonly roundJson: (request: string | Uint8Array) => Buffer
  /** Shares an amount out by weights or in equal parts that add up to it exactly. */
  readonly allocate: (request: AllocateRequest) => readonly Money[]
  /** `allocate` from JSON to JSON, both as they cross wires (snake_case). */
  readonly allocateJson: (request: string | Uint8Array) => Buffer
  /** Adds amounts of one currency up, exactly. */
  readonly sum: (request: SumRequest) => Money
  /** `sum` from JSON to JSON, both as they cross wires (snake_case). */
  readonly sumJson: (request: string | Uint8Array) => Buffer
  /** Converts an amount by a table of exchange rates and tells which rate was used. */
  readonly convert: (request: ConvertRequest) => Conversion
  /** `convert` from JSON to JSON, both as they cross wires (snake_case). */
  readonly convertJson: (request: string | Uint8Array) => Buffer
  /** Looks a table of exchange rates over: every row that cannot be used, and why. */
  readonly checkRates: (request: CheckRatesRequest) => RatesChecked
  /** `checkRates` from JSON to JSON, both as they cross wires (snake_case). */
  readonly checkRatesJson: (request: string | Uint8Array) => Buffer
  /** The facts of one currency: number, name, minor unit, digits shown, cash step. */
  readonly currency: (request: CurrencyRequest) => CurrencyFacts
  /** `currency` from JSON to JSON, both as they cross wires (snake_case). */
  readonly currencyJson: (request: string | Uint8Array) => Buffer
  /** The facts of every currency. */
  readonly currencies: (request: CurrenciesRequest) => readonly CurrencyFacts[]
  /** `currencies` from JSON to JSON, both as they cross wires (snake_case). */
  readonly currenciesJson: (request: string | Uint8Array) => Buffer
  /** Counts an amount in the units of a payment gateway. */
  readonly toGateway: (request: ToGatewayRequest) => GatewayAmount
  /** `toGateway` from JSON to JSON, both as they cross wires (snake_case). */
  readonly toGatewayJson: (request: string | Uint8Array) => Buffer
  /** The amount that a payment gateway's units are. */
  readonly fromGateway: (request: FromGatewayRequest) => Money
  /** `fromGateway` from JSON to JSON, both as they cross wires (snake_case). */
  readonly fromGatewayJson: (request: string | Uint8Array) => Buffer
  /** Writes an amount as a language and place do. */
  readonly format: (request: FormatRequest) => string
  /** `format` from JSON to JSON, both as they cross wires (snake_case). */
  readonly formatJson: (request: string | Uint8Array) => Buffer
  /** Reads an amount as a language and place write it. */
  readonly parse: (request: ParseRequest) => Money
  /** `parse` from JSON to JSON, both as they cross wires (snake_case). */
  readonly parseJson: (request: string | Uint8Array) => Buffer
}

export const plans: {
  /** The price of a speed boost: the difference of the monthly prices by the hours' share of the month. */
  readonly boost: (request: BoostRequest) => Boost
  /** `boost` from JSON to JSON, both as they cross wires (snake_case). */
  readonly boostJson: (request: string | Uint8Array) => Buffer
}

export const rates: {
  /** Checks a new list, gives it a code when it has none, and makes it a draft. */
  readonly create: (request: CreateListRequest) => RateListDefinition
  /** `create` from JSON to JSON, both as they cross wires (snake_case). */
  readonly createJson: (request: string | Uint8Array) => Buffer
  /** Publishes a draft: its days must not meet those of another list, and its former version ends where it begins. */
  readonly publish: (request: PublishRequest) => Published
  /** `publish` from JSON to JSON, both as they cross wires (snake_case). */
  readonly publishJson: (request: string | Uint8Array) => Buffer
  /** Makes a published list a draft again, when nothing refers to it. */
  readonly unpublish: (request: UnpublishRequest) => RateListDefinition
  /** `unpublish` from JSON to JSON, both as they cross wires (snake_case). */
  readonly unpublishJson: (request: string | Uint8Array) => Buffer
  /** Archives a draft or a published list. */
  readonly archive: (request: ListRequest) => RateListDefinition
  /** `archive` from JSON to JSON, both as they cross wires (snake_case). */
  readonly archiveJson: (request: string | Uint8Array) => Buffer
  /** Checks a change to a list: only drafts change, and not their code, version or parent. */
  readonly edit: (request: EditRequest) => RateListDefinition
  /** `edit` from JSON to JSON, both as they cross wires (snake_case). */
  readonly editJson: (request: string | Uint8Array) => Buffer
  /** Makes the next version of a list, as a draft that refers to it. */
  readonly cloneList: (request: CloneRequest) => RateListDefinition
  /** `cloneList` from JSON to JSON, both as they cross wires (snake_case). */
  readonly cloneListJson: (request: string | Uint8Array) => Buffer
  /** Adds a blackout and tells which bookings lie in it. */
  readonly addBlackout: (request: AddBlackoutRequest) => BlackoutAdded
  /** `addBlackout` from JSON to JSON, both as they cross wires (snake_case). */
  readonly addBlackoutJson: (request: string | Uint8Array) => Buffer
  /** Sells days again: blackouts lose them and keep the rest. */
  readonly removeBlackout: (request: RemoveBlackoutRequest) => RateListDefinition
  /** `removeBlackout` from JSON to JSON, both as they cross wires (snake_case). */
  readonly removeBlackoutJson: (request: string | Uint8Array) => Buffer
  /** Reads rate lists from a CSV or XLSX file; every faulty row is reported with its column. */
  readonly import: (request: ImportRequest) => Imported
  /** `import` from JSON to JSON, both as they cross wires (snake_case). */
  readonly importJson: (request: string | Uint8Array) => Buffer
  /** The taxes of a place of supply, as a rate list would apply them. */
  readonly taxesFor: (request: TaxesForRequest) => readonly Tax[]
  /** `taxesFor` from JSON to JSON, both as they cross wires (snake_case). */
  readonly taxesForJson: (request: string | Uint8Array) => Buffer
  /** The tables of taxes that come with the engine, each with its source, its day, what it covers and what not. */
  readonly taxTables: (request: TaxTablesRequest) => readonly TaxTable[]
  /** `taxTables` from JSON to JSON, both as they cross wires (snake_case). */
  readonly taxTablesJson: (request: string | Uint8Array) => Buffer
  /** Every blackout day with its reason. */
  readonly blackoutDays: (request: BlackoutDaysRequest) => readonly BlackoutDay[]
  /** `blackoutDays` from JSON to JSON, both as they cross wires (snake_case). */
  readonly blackoutDaysJson: (request: string | Uint8Array) => Buffer
}

export const records: {
  /** Reads a pack from its files and checks the whole: every fault of all files, each with its file and its place in it. */
  readonly readFiles: (request: ReadFilesRequest) => PackDefinition
  /** `readFiles` from JSON to JSON, both as they cross wires (snake_case). */
  readonly readFilesJson: (request: string | Uint8Array) => Buffer
}

export const tenancy: {
  /** A name as part of an address, unlike those that are taken. */
  readonly slug: (request: SlugRequest) => string
  /** `slug` from JSON to JSON, both as they cross wires (snake_case). */
  readonly slugJson: (request: string | Uint8Array) => Buffer
  /** Makes the audit record that follows on the last one, with the least that tells before from after. */
  readonly auditAppend: (request: AuditAppendRequest) => AuditRecord
  /** `auditAppend` from JSON to JSON, both as they cross wires (snake_case). */
  readonly auditAppendJson: (request: string | Uint8Array) => Buffer
  /** Checks audit records, and tells everything that was changed, removed or reordered. */
  readonly auditVerify: (request: AuditVerifyRequest) => AuditReport
  /** `auditVerify` from JSON to JSON, both as they cross wires (snake_case). */
  readonly auditVerifyJson: (request: string | Uint8Array) => Buffer
  /** One hash for all audit records of a day. */
  readonly auditAnchor: (request: AuditAnchorRequest) => AuditAnchor
  /** `auditAnchor` from JSON to JSON, both as they cross wires (snake_case). */
  readonly auditAnchorJson: (request: string | Uint8Array) => Buffer
}

export const time: {
  /** What is known of a day. */
  readonly day: (request: DayRequest) => DayFacts
  /** `day` from JSON to JSON, both as they cross wires (snake_case). */
  readonly dayJson: (request: string | Uint8Array) => Buffer
  /** The same day of another month, or the month's last day when it has none. */
  readonly addMonths: (request: AddMonthsRequest) => Day
  /** `addMonths` from JSON to JSON, both as they cross wires (snake_case). */
  readonly addMonthsJson: (request: string | Uint8Array) => Buffer
  /** How old someone is on a day. */
  readonly age: (request: AgeRequest) => number
  /** `age` from JSON to JSON, both as they cross wires (snake_case). */
  readonly ageJson: (request: string | Uint8Array) => Buffer
  /** The moment at which clocks show a time. */
  readonly toInstant: (request: ToInstantRequest) => WallTime
  /** `toInstant` from JSON to JSON, both as they cross wires (snake_case). */
  readonly toInstantJson: (request: string | Uint8Array) => Buffer
  /** What clocks show at a moment. */
  readonly toLocal: (request: ToLocalRequest) => LocalTime
  /** `toLocal` from JSON to JSON, both as they cross wires (snake_case). */
  readonly toLocalJson: (request: string | Uint8Array) => Buffer
  /** How many seconds a day has. */
  readonly dayLength: (request: DayLengthRequest) => number
  /** `dayLength` from JSON to JSON, both as they cross wires (snake_case). */
  readonly dayLengthJson: (request: string | Uint8Array) => Buffer
  /** Which release of the IANA zone database is inside. */
  readonly zoneDatabase: (request: ZoneDatabaseRequest) => ZoneDatabase
  /** `zoneDatabase` from JSON to JSON, both as they cross wires (snake_case). */
  readonly zoneDatabaseJson: (request: string | Uint8Array) => Buffer
  /** The moments at which clocks change in a stretch of time. */
  readonly clockChanges: (request: ClockChangesRequest) => readonly Instant[]
  /** `clockChanges` from JSON to JSON, both as they cross wires (snake_case). */
  readonly clockChangesJson: (request: string | Uint8Array) => Buffer
  /** The open stretches of days. */
  readonly openSpans: (request: OpenSpansRequest) => readonly Span[]
  /** `openSpans` from JSON to JSON, both as they cross wires (snake_case). */
  readonly openSpansJson: (request: string | Uint8Array) => Buffer
  /** Whether it is open at a moment. */
  readonly isOpen: (request: IsOpenRequest) => boolean
  /** `isOpen` from JSON to JSON, both as they cross wires (snake_case). */
  readonly isOpenJson: (request: string | Uint8Array) => Buffer
  /** How many seconds of a stretch of time are open. */
  readonly openTime: (request: OpenTimeRequest) => number
  /** `openTime` from JSON to JSON, both as they cross wires (snake_case). */
  readonly openTimeJson: (request: string | Uint8Array) => Buffer
  /** The business day so many business days away. */
  readonly addBusinessDays: (request: AddBusinessDaysRequest) => Day
  /** `addBusinessDays` from JSON to JSON, both as they cross wires (snake_case). */
  readonly addBusinessDaysJson: (request: string | Uint8Array) => Buffer
  /** How many business days lie in a range. */
  readonly businessDays: (request: BusinessDaysRequest) => number
  /** `businessDays` from JSON to JSON, both as they cross wires (snake_case). */
  readonly businessDaysJson: (request: string | Uint8Array) => Buffer
  /** The moment at which so much business time has passed. */
  readonly addBusinessTime: (request: AddBusinessTimeRequest) => Instant
  /** `addBusinessTime` from JSON to JSON, both as they cross wires (snake_case). */
  readonly addBusinessTimeJson: (request: string | Uint8Array) => Buffer
  /** How many seconds of business time a stretch holds. */
  readonly businessTime: (request: BusinessTimeRequest) => number
  /** `businessTime` from JSON to JSON, both as they cross wires (snake_case). */
  readonly businessTimeJson: (request: string | Uint8Array) => Buffer
  /** Billing periods, the anchor's day kept. */
  readonly periods: (request: PeriodsRequest) => readonly DayRange[]
  /** `periods` from JSON to JSON, both as they cross wires (snake_case). */
  readonly periodsJson: (request: string | Uint8Array) => Buffer
  /** The billing period that holds a day. */
  readonly periodOf: (request: PeriodOfRequest) => NumberedPeriod
  /** `periodOf` from JSON to JSON, both as they cross wires (snake_case). */
  readonly periodOfJson: (request: string | Uint8Array) => Buffer
  /** The occurrences of a rule of RFC 5545 by the clocks of a zone, in order of time. */
  readonly occurrences: (request: OccurrencesRequest) => readonly Occurrence[]
  /** `occurrences` from JSON to JSON, both as they cross wires (snake_case). */
  readonly occurrencesJson: (request: string | Uint8Array) => Buffer
  /** The next moments of a line of cron by the clocks of a zone. */
  readonly cron: (request: CronRequest) => readonly Instant[]
  /** `cron` from JSON to JSON, both as they cross wires (snake_case). */
  readonly cronJson: (request: string | Uint8Array) => Buffer
}

/** What a supplier, a studio or a provider hands out: for these days, this many people, at these prices. */
export interface RateListDefinition {
  /** A UUID. */
  readonly id?: string | null | undefined
  /** Whose list it is. */
  readonly tenant?: string | null | undefined
  /** Unique in the tenant, such as `RL-2611-0001`. */
  readonly code?: string | null | undefined
  /** 1, 2, …: a clone is the next one. */
  readonly version?: number | undefined
  /** The id of the version this one was cloned from. */
  readonly parent?: string | null | undefined
  /** What people call it. */
  readonly name: string
  /** Who sells it. */
  readonly supplier?: string | null | undefined
  /** `lodging`, `activity`, `transport`, `guide`, `room_hire`, `service`, `package`, or a kind of your own. */
  readonly serviceType?: string | undefined
  /** Where it is. */
  readonly destination?: string | null | undefined
  /** Room type, vehicle class, studio…; a list without one is for all products. */
  readonly product?: string | null | undefined
  /** Labels of your own. */
  readonly tags?: readonly string[] | undefined
  /** Fields of your own, kept as they are. */
  readonly customFields?: { readonly [key: string]: unknown } | undefined
  /** Only published lists price, unless a request asks for a preview. */
  readonly status?: ListStatus | undefined
  /** The first day on which the next version answers in place of this one. */
  readonly supersededOn?: Day | null | undefined
  /** Among several lists that could answer, the highest goes first. */
  readonly priority?: number | undefined
  /** For whom it is, where one of several lists is chosen. */
  readonly context?: SaleContext | undefined
  /** The currency of every amount in the list. */
  readonly currency: Currency
  /** The days on which it can be used, both included. */
  readonly valid: DayRange
  /** Where its days begin; hour lists need it. */
  readonly zone?: Zone | null | undefined
  /** What one price buys. */
  readonly unit: Unit
  /** How many people it is for. */
  readonly people?: People | undefined
  /** What a unit costs; hour lists have `hours` in its place. */
  readonly prices?: Prices | null | undefined
  /** What hours cost, for the unit `hour`. */
  readonly hours?: Hours | null | undefined
  /** How children are charged, from age 0 to the last one before adults, without gap or overlap. */
  readonly ageBands?: readonly AgeBand[] | undefined
  /**
   * How many children per room may be free. Of further ones the oldest pay the price of their band if it has one, that of
   * the next older band that has, or as the adults that they then are.
   */
  readonly freeChildren?: number | null | undefined
  /** Days that cost something else. On each night the season of highest priority wins. */
  readonly seasons?: readonly Season[] | undefined
  /** What comes on top, in this order. */
  readonly supplements?: readonly Supplement[] | undefined
  /** What comes off. */
  readonly discounts?: readonly Discount[] | undefined
  /** What happens when several discounts apply. */
  readonly combineDiscounts?: Combination | undefined
  /** Charges of the seller after discounts. */
  readonly fees?: readonly Fee[] | undefined
  /** The tax category of units and children. */
  readonly taxCategory?: string | null | undefined
  /** Taxes, in this order. */
  readonly taxes?: readonly Tax[] | undefined
  /** Taxes by place of supply, after the list's own. */
  readonly taxRegion?: TaxRegion | null | undefined
  /** Days that are not sold at all. */
  readonly blackouts?: readonly Blackout[] | undefined
  /** Who may arrive, leave and stay how long, booked how far ahead. */
  readonly restrictions?: readonly Restriction[] | undefined
  /** How amounts are rounded. */
  readonly rounding?: RoundingRule | undefined
}

/** The life of a list. */
export type ListStatus =
  /** May change, does not price. */
  | 'draft'
  /** Prices, does not change. */
  | 'published'
  /** Neither. */
  | 'archived'

/** A day, such as "2026-12-31". */
export type Day = string

/** For whom a list is, where one of several is to be chosen: it answers when all that it names is met. */
export interface SaleContext {
  /** Only for buyers of one of these groups, such as `trade`. */
  readonly customerGroups?: readonly string[] | undefined
  /** Only through one of these channels. */
  readonly channels?: readonly string[] | undefined
  /** Only for buyers from one of these countries, such as `DE`. */
  readonly countries?: readonly string[] | undefined
  /** From so many rooms or units on. */
  readonly minQuantity?: number | null | undefined
  /** Up to so many rooms or units. */
  readonly maxQuantity?: number | null | undefined
}

/** A currency of ISO 4217, such as "EUR". */
export type Currency = string

/** Days from `first` to `last`, both included, as people write seasons. */
export interface DayRange {
  /** The first day. */
  readonly first: Day
  /** The last day, included. */
  readonly last: Day
}

/** A time zone of the IANA database, such as "Europe/Berlin". */
export type Zone = string

/** What one price buys. */
export type Unit =
  /** A night of a stay; the night of check-out is not priced. */
  | 'night'
  /** A day, the last one included. */
  | 'day'
  /** An hour of the clock. */
  | 'hour'
  /** One person for the whole of it. */
  | 'person'
  /** One piece. */
  | 'item'
  /** The whole stay. */
  | 'stay'

/** How many people a unit is for. */
export interface People {
  /** How many adults the base price includes; 2 when not given. */
  readonly standard?: number | null | undefined
  /** At least so many people, free children included. */
  readonly minPeople?: number | null | undefined
  /** At most so many people, free children included. */
  readonly maxPeople?: number | null | undefined
  /** At least so many adults. */
  readonly minAdults?: number | null | undefined
  /** At most so many adults. */
  readonly maxAdults?: number | null | undefined
  /** At least so many children. */
  readonly minChildren?: number | null | undefined
  /** At most so many children. */
  readonly maxChildren?: number | null | undefined
  /** Whether a party smaller than any in the price table pays the price of the next larger one. */
  readonly useLargerPrice?: boolean | undefined
  /** Whether the limits count people as they pay or as they come. */
  readonly counted?: Counted | undefined
  /** Whether the oldest children take the places that fewer adults than the standard number leave, and pay as adults. */
  readonly childrenFillStandard?: boolean | undefined
}

/** How the limits of a unit count people. */
export type Counted =
  /** A child that pays as an adult is an adult: beyond the bands, beyond the free ones, or in an adult's place. */
  | 'as_they_pay'
  /** Whoever is told by age or born less than 18 years before the arrival is a child, whatever they pay. */
  | 'as_they_come'

/** What a unit costs: exactly one of `base`, `perPerson`, `byAdults` and `byPeople`, and what goes with it. */
export interface Prices {
  /** The price for up to the standard number of adults. */
  readonly base?: Decimal | null | undefined
  /** The price of each adult. */
  readonly perPerson?: Decimal | null | undefined
  /** The price by number of adults, such as `{"1": "95", "2": "120"}`. */
  readonly byAdults?: { readonly [number: number]: Decimal } | undefined
  /** The price of each adult by the number of all people, children too, such as `{"2": "90", "3": "70"}`. */
  readonly byPeople?: { readonly [number: number]: Decimal } | undefined
  /** Each adult beyond the standard number, or beyond the largest of `byAdults`. */
  readonly extraAdult?: Decimal | null | undefined
  /** An extra bed, as the measure of children's prices. */
  readonly extraBed?: Decimal | null | undefined
  /** The full price of a child, as the measure of children's prices. */
  readonly child?: Decimal | null | undefined
  /** What one adult alone pays. */
  readonly singleUse?: SingleUse | null | undefined
}

/** A decimal in a string, such as "124.50". */
export type Decimal = string

/** What one adult alone pays. */
export type SingleUse =
  /** This price. */
  | {
    readonly price: Decimal
  }
  /** The price for one adult and so many percent of it. */
  | {
    readonly percent: Decimal
  }
  /** The price for one adult and this amount. */
  | {
    readonly amount: Decimal
  }

/** What hours cost, by local time of day and day of the week. */
export interface Hours {
  /** The windows; of those that cover a moment the highest priority wins. */
  readonly windows: readonly HourWindow[]
  /** Never less than this. */
  readonly minimumCharge?: Decimal | null | undefined
  /** Time is charged in steps of so many minutes, rounded up over the whole span; by the second when not given. */
  readonly incrementMinutes?: number | null | undefined
  /** Prices for whole blocks that count when cheaper. */
  readonly blocks?: readonly Block[] | undefined
  /** What comes on top outside ordinary hours. */
  readonly afterHours?: AfterHours | null | undefined
}

/** A window of local time with its price. One that closes at or before it opens goes past midnight. */
export interface HourWindow {
  /** What people call it. */
  readonly name: string
  /** On these days of the week, by the day on which it opens; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** Only on these days; all when empty. */
  readonly days?: readonly DayRange[] | undefined
  /** When it opens. */
  readonly opens: TimeOfDay
  /** When it closes. */
  readonly closes: TimeOfDay
  /** The price of an hour. */
  readonly price: Decimal
  /** Other prices of an hour, by the length of the whole span. */
  readonly tiers?: readonly HourTier[] | undefined
  /** The highest wins; two windows of one priority must not meet. */
  readonly priority?: number | undefined
}

/** A day of the week. */
export type Weekday =
  /** The first day of the week by ISO 8601. */
  | 'mon'
  /** The second day. */
  | 'tue'
  /** The third day. */
  | 'wed'
  /** The fourth day. */
  | 'thu'
  /** The fifth day. */
  | 'fri'
  /** The sixth day. */
  | 'sat'
  /** The seventh day. */
  | 'sun'

/** A time on the wall clock, such as "09:30"; "24:00" is the end of the day. */
export type TimeOfDay = string

/** From so many hours on, another price of the hour. */
export interface HourTier {
  /** From so many hours of the whole span on. */
  readonly atLeast: Decimal
  /** The price of an hour. */
  readonly price: Decimal
}

/** A price for so many hours at once. */
export interface Block {
  /** What people call it. */
  readonly name: string
  /** So many hours. */
  readonly hours: Decimal
  /** What they cost together. */
  readonly price: Decimal
}

/** What comes on top outside ordinary hours. */
export interface AfterHours {
  /** When ordinary hours begin. */
  readonly opens: TimeOfDay
  /** When ordinary hours end. */
  readonly closes: TimeOfDay
  /** The days of the week that have ordinary hours at all; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** The amount for each hour outside them. */
  readonly amount: Decimal
}

/** Children from one age to another, both included, and what they pay. */
export interface AgeBand {
  /** What the band is called. */
  readonly name: string
  /** The youngest age. */
  readonly minAge: number
  /** The oldest age. */
  readonly maxAge: number
  /** What a child of the band pays for each unit. */
  readonly price: ChildPrice
  /** Other prices for the second, third… child of the band, counted in the order of age, oldest first. */
  readonly nth?: readonly NthChild[] | undefined
}

/** What a child pays for each unit. */
export type ChildPrice =
  /** Nothing. */
  | 'free'
  /** An amount. */
  | {
    readonly fixed: Decimal
  }
  /** A share of another price. */
  | {
    readonly percent: PercentOf
  }

/** A share of another price. */
export interface PercentOf {
  /** The share. */
  readonly percent: Decimal
  /** Of which price. */
  readonly of: PriceKind
}

/** A price that a child's is a share of. */
export type PriceKind =
  /**
   * What one adult pays: the price per person, of the party's size if it goes by that, or the standard occupancy's
   * price divided by its adults.
   */
  | 'adult'
  /** The price of an extra bed. */
  | 'extra_bed'
  /** The price of the unit at standard occupancy. */
  | 'base'
  /** The list's full price of a child. */
  | 'child'

/** What the n-th child of a band pays. */
export interface NthChild {
  /** 1 for the first child of the band, 2 for the second… */
  readonly nth: number
  /** What it pays. */
  readonly price: ChildPrice
}

/** Days that cost something else. On each night the season of highest priority wins, alone. */
export interface Season {
  /** What people call it. */
  readonly name: string
  /** Its days, in any number of ranges. */
  readonly days: readonly DayRange[]
  /** Only these days of the week; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** The highest wins; two seasons of one priority must not meet. */
  readonly priority?: number | undefined
  /** What happens to the price of the unit: the base price, the price per person or every price of the table. */
  readonly price?: Change | null | undefined
  /** What happens to single prices of the table, in place of `price`. */
  readonly byAdults?: { readonly [number: number]: Change } | undefined
  /** The same of the table by the number of all people. */
  readonly byPeople?: { readonly [number: number]: Change } | undefined
  /** What happens to the price of an extra adult. */
  readonly extraAdult?: Change | null | undefined
  /** What happens to the price of an extra bed. */
  readonly extraBed?: Change | null | undefined
  /** What happens to the prices of children: their full price and fixed prices. */
  readonly child?: Change | null | undefined
  /** What the children of an age band pay in this season in place of the band's price, by the name of the band. */
  readonly ageBands?: { readonly [key: string]: ChildPrice } | undefined
  /** What one adult alone pays in this season. */
  readonly singleUse?: SingleUse | null | undefined
}

/** What happens to a price. */
export type Change =
  /** It is replaced. */
  | {
    readonly set: Decimal
  }
  /** It is multiplied: 1.40 for 40 % more. */
  | {
    readonly multiply: Decimal
  }
  /** An amount is added, or taken off when negative. */
  | {
    readonly add: Decimal
  }
  /** So many percent are added, or taken off when negative. */
  | {
    readonly percent: Decimal
  }

/** What comes on top: a weekend, a gala dinner, half board, an extra bed. */
export interface Supplement {
  /** By which an optional one is chosen; unique in the list. */
  readonly code: string
  /** What people call it. */
  readonly name: string
  /** Only these nights; all when empty. */
  readonly days?: readonly DayRange[] | undefined
  /** Only nights of these days of the week; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** Only nights of these seasons, by name; all when empty. */
  readonly seasons?: readonly string[] | undefined
  /** Only parties of this size. */
  readonly party?: PartyMatch | null | undefined
  /** Whether it is charged only when chosen. */
  readonly optional?: boolean | undefined
  /** For each of what it is charged. */
  readonly per: Per
  /** Whether a charge that is not per night is divided over the nights that match, in equal parts that add up exactly. */
  readonly sharedByNights?: boolean | undefined
  /** How much. */
  readonly price: SupplementPrice
  /** The tax category of its lines. */
  readonly taxCategory?: string | null | undefined
}

/** A party by its size and ages; what is not given does not matter. */
export interface PartyMatch {
  /** At least so many adults. */
  readonly minAdults?: number | null | undefined
  /** At most so many adults. */
  readonly maxAdults?: number | null | undefined
  /** At least so many children. */
  readonly minChildren?: number | null | undefined
  /** At most so many children. */
  readonly maxChildren?: number | null | undefined
  /** So many children of these ages, each of them. */
  readonly ages?: readonly ChildrenOfAge[] | undefined
}

/** At least so many who are told by age, on the day of arrival, are of these ages. */
export interface ChildrenOfAge {
  /** The youngest age. */
  readonly minAge: number
  /** The oldest age. */
  readonly maxAge: number
  /** How many there are at least. */
  readonly atLeast?: number | undefined
}

/** For each of what something is charged. What is not per night is charged once when any night of the stay matches. */
export type Per =
  /** Each unit and night. */
  | 'night'
  /** Each unit, once. */
  | 'stay'
  /** Each person, once. */
  | 'person'
  /** Each person and night. */
  | 'person_night'
  /** Each adult, once. */
  | 'adult'
  /** Each adult and night. */
  | 'adult_night'
  /** Each child, once. */
  | 'child'
  /** Each child and night. */
  | 'child_night'
  /** Each piece chosen, once; a mandatory one counts one piece. */
  | 'item'
  /** Each piece chosen and night; a mandatory one counts one piece. */
  | 'item_night'

/** How much a supplement is: an amount, an amount by age, or a share of the unit's price. */
export type SupplementPrice =
  /** The same for all. */
  | {
    readonly amount: Decimal
  }
  /** By age band; those of no band named here are adults. For charges per person only. */
  | {
    readonly byAge: { readonly [key: string]: Decimal }
  }
  /** So many percent of the unit's price on each matching night. */
  | {
    readonly percent: Decimal
  }

/** What comes off, and when. */
export interface Discount {
  /** What people call it. */
  readonly name: string
  /** When it applies and how much it is. */
  readonly rule: DiscountRule
  /** Never more than this amount. */
  readonly cap?: Decimal | null | undefined
  /** Of the discounts of one group only the largest counts. */
  readonly group?: string | null | undefined
  /** Only when booked on these days. */
  readonly bookingWindow?: DayRange | null | undefined
  /** Only for parties of this size, or with so many children of an age. */
  readonly party?: PartyMatch | null | undefined
  /** Only when every night lies in these days. */
  readonly travelWindow?: DayRange | null | undefined
  /** What it is taken off. */
  readonly part?: DiscountedPart | undefined
}

/** When a discount applies and how much it is. */
export type DiscountRule =
  /** By quantity or size of the group; the highest tier that is met counts. */
  | {
    readonly bulk: Bulk
  }
  /** By number of nights. */
  | {
    readonly lengthOfStay: Tiers
  }
  /** By days between booking and arrival, at least. */
  | {
    readonly earlyBird: Tiers
  }
  /** By days between booking and arrival, at most. */
  | {
    readonly lastMinute: LastMinute
  }
  /** Stay seven, pay six. */
  | {
    readonly freeNights: FreeNights
  }
  /** By a code the guest gives. */
  | {
    readonly promo: Promo
  }
  /** When an expression over the request is true. */
  | {
    readonly eligibility: Eligibility
  }

/** A discount by quantity or size of the group. */
export interface Bulk {
  /** What is counted. */
  readonly by: BulkMeasure
  /** The highest that is met counts; they do not add up. */
  readonly tiers: readonly Tier[]
}

/** What a bulk discount counts. */
export type BulkMeasure =
  /** Rooms, vehicles, pieces. */
  | 'quantity'
  /** People in all of them. */
  | 'people'
  /** Nights of all of them. */
  | 'nights'

/** From so many on, so much off. */
export interface Tier {
  /** From so many on. */
  readonly atLeast: number
  /** How much comes off. */
  readonly off: Off
}

/** Percent or amount. */
export type Off =
  /** So many percent. */
  | {
    readonly percent: Decimal
  }
  /** This amount. */
  | {
    readonly amount: Decimal
  }

/** Tiers by at least so many; the highest that is met counts. */
export interface Tiers {
  /** In any order. */
  readonly tiers: readonly Tier[]
}

/** Tiers by at most so many days ahead; the lowest that is met counts. */
export interface LastMinute {
  /** In any order. */
  readonly tiers: readonly LastMinuteTier[]
}

/** Up to so many days ahead, so much off. */
export interface LastMinuteTier {
  /** Up to so many days ahead. */
  readonly atMost: number
  /** How much comes off. */
  readonly off: Off
}

/** Stay so many nights, pay fewer. */
export interface FreeNights {
  /** From so many nights on. */
  readonly stay: number
  /** So many of them are paid. */
  readonly pay: number
  /** Which nights are free. */
  readonly free: WhichNights
  /** Whether a stay of twice as many nights has twice as many free ones, block by block. */
  readonly repeats?: boolean | undefined
}

/** Which nights are free. Of all but average ones, each has a line of its day. */
export type WhichNights =
  /** The cheapest ones by what they cost before discounts, of equal ones the earlier. */
  | 'cheapest'
  /** The first ones of the stay. */
  | 'first'
  /** The last ones of the stay. */
  | 'last'
  /** As many average nights. */
  | 'average'
  /** Those at these places of the block of nights, 1 for its first. */
  | {
    readonly positions: readonly number[]
  }

/** A discount by code. */
export interface Promo {
  /** What the guest gives; letter case does not matter. */
  readonly code: string
  /** How much comes off. */
  readonly off: Off
  /** Only when booked on these days; outside them the code is refused. */
  readonly window?: DayRange | null | undefined
  /** How often it may be used; the request says how often it was. */
  readonly limit?: number | null | undefined
}

/** A discount by expression. */
export interface Eligibility {
  /** Such as `nights >= 3 && "member" in tags`. */
  readonly when: string
  /** How much comes off. */
  readonly off: Off
}

/** What a discount is taken off, and what of a night is free. */
export type DiscountedPart =
  /** Everything before discounts. */
  | 'subtotal'
  /** The price of the unit alone, without children and supplements. */
  | 'units'

/** What happens when several discounts apply. */
export type Combination =
  /** The largest alone. */
  | 'best'
  /** All, one after the other, each on what the former left. */
  | 'all'
  /** All, each on the original amount. */
  | 'sum'

/** A charge of the seller after discounts: cleaning, service, booking. */
export interface Fee {
  /** What people call it. */
  readonly name: string
  /** How much. */
  readonly rate: FeeRate
  /** Ages that do not pay it. */
  readonly exemptAges?: readonly AgeRange[] | undefined
  /** At most for so many nights. */
  readonly nightCap?: number | null | undefined
  /** The tax category of its line. */
  readonly taxCategory?: string | null | undefined
}

/** How much a fee or tax is. */
export type FeeRate =
  /** So many percent of the discounted subtotal. */
  | {
    readonly percent: Decimal
  }
  /** An amount for each of something. */
  | {
    readonly fixed: FixedRate
  }

/** An amount for each of something. */
export interface FixedRate {
  /** How much. */
  readonly amount: Decimal
  /** For each of what. */
  readonly per: Per
}

/** Ages from one to another, both included. */
export interface AgeRange {
  /** The youngest age. */
  readonly minAge: number
  /** The oldest age. */
  readonly maxAge: number
}

/** A tax. */
export interface Tax {
  /** What people call it. */
  readonly name: string
  /** How much. */
  readonly rate: TaxRate
  /** Whether the prices already hold it. */
  readonly inclusive?: boolean | undefined
  /** What a percentage is taken of. */
  readonly base?: TaxBase | undefined
  /** Only lines of this tax category; all lines when not given. */
  readonly category?: string | null | undefined
  /** Ages that do not pay it, when it is charged by heads. */
  readonly exemptAges?: readonly AgeRange[] | undefined
  /** At most for so many nights. */
  readonly nightCap?: number | null | undefined
}

/** How much a tax is. */
export type TaxRate =
  /** So many percent. */
  | {
    readonly percent: Decimal
  }
  /** An amount for each of something. */
  | {
    readonly fixed: FixedRate
  }
  /** So many percent by the tariff of the night, after discounts; the first slab that reaches it counts. */
  | {
    readonly slabs: readonly Slab[]
  }

/** Up to this nightly tariff, so many percent of the nights or an amount for each of them. */
export interface Slab {
  /** The highest tariff of the slab; the last slab has none. */
  readonly upTo?: Decimal | null | undefined
  /** So many percent of what the nights cost. */
  readonly percent?: Decimal | null | undefined
  /** An amount for each night, or for each head and night. */
  readonly fixed?: FixedRate | null | undefined
}

/** What a percentage is taken of. */
export type TaxBase =
  /** The discounted subtotal. */
  | 'net'
  /** The discounted subtotal and the fees. */
  | 'net_and_fees'
  /** The discounted subtotal, the fees and the taxes before it: compound. */
  | 'net_fees_and_taxes'

/** Where something is sold, and by which tables it is taxed. */
export interface TaxRegion {
  /**
   * The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; of lodging, where it stands. Also the place of supply when a
   * request names none.
   */
  readonly region: string
  /** Which rule of the tables applies, such as `lodging`. */
  readonly category: string
  /** Tables in place of those that come with the engine. */
  readonly tables?: readonly TaxTable[] | undefined
}

/** The taxes of a place, and what is known of them: those that come with the engine are in this form too. */
export interface TaxTable {
  /** The place; `US-NY` also applies to `US-NY-NYC`, before that place's own. */
  readonly region: string
  /** The days on which it applies; always when not given. */
  readonly valid?: DayRange | null | undefined
  /**
   * The currency of its amounts: fixed ones, and those of slabs. Taxes in amounts are for sales in it alone; percentages are
   * for every currency, and a table of nothing else needs none.
   */
  readonly currency?: Currency | null | undefined
  /** Who says so: laws, notifications, an authority's own tables. */
  readonly source?: string | null | undefined
  /** As of when it is known; what the law changed later is not in it. */
  readonly asOf?: Day | null | undefined
  /** Which supplies it is for, in words. */
  readonly covers?: string | null | undefined
  /** What it does not know of, in words. */
  readonly leavesOut?: string | null | undefined
  /** Its rules by category. */
  readonly rules: readonly TaxTableRule[]
}

/** The taxes of a place on one category. */
export interface TaxTableRule {
  /** Such as `lodging` or `service`. */
  readonly category: string
  /** Where it is supplied. When not given, `lodging` where it stands, and anything else where the request says. */
  readonly supplied?: PlaceOfSupply | null | undefined
  /** When seller and place of supply are the same place. */
  readonly within: readonly Tax[]
  /** When they are not; `within` when not given. */
  readonly across?: readonly Tax[] | null | undefined
  /** Whether a business with a tax id in another country accounts for the tax itself. */
  readonly reverseCharge?: boolean | undefined
}

/** Where something is supplied. */
export type PlaceOfSupply =
  /** Where the property stands or the thing takes place, whoever buys it: the region of the list. */
  | 'at_property'
  /** Where the request says, which is the region of the list unless it names another place. */
  | 'at_customer'

/** Days that are not sold at all. */
export interface Blackout {
  /** The days. */
  readonly days: DayRange
  /** Only these days of the week; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** Why. */
  readonly reason?: string | null | undefined
}

/**
 * Limits on some days. Stay lengths and arrival rules look at the arrival day, departure rules at the departure day,
 * `closed` at every night, `…_through` at every day of the stay, the departure day included.
 */
export interface Restriction {
  /** Only these days; all when empty. */
  readonly days?: readonly DayRange[] | undefined
  /** Only days of these seasons, by name; all when empty. */
  readonly seasons?: readonly string[] | undefined
  /** Only these days of the week; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** Why. */
  readonly reason?: string | null | undefined
  /** No night is sold. */
  readonly closed?: boolean | undefined
  /** Nobody may arrive. */
  readonly closedToArrival?: boolean | undefined
  /** Nobody may leave. */
  readonly closedToDeparture?: boolean | undefined
  /** At least so many nights, for those who arrive. */
  readonly minStay?: number | null | undefined
  /** At most so many nights, for those who arrive. */
  readonly maxStay?: number | null | undefined
  /** At least so many nights, for every stay that touches the day. */
  readonly minStayThrough?: number | null | undefined
  /** At most so many nights, for every stay that touches the day. */
  readonly maxStayThrough?: number | null | undefined
  /** Booked at least so many days before arrival. */
  readonly minLeadDays?: number | null | undefined
  /** Booked at most so many days before arrival. */
  readonly maxLeadDays?: number | null | undefined
  /** Each night is given back so many days before it, and not sold from then on. */
  readonly releaseDays?: number | null | undefined
  /** Sold only on these days. */
  readonly bookingWindow?: DayRange | null | undefined
}

/** How amounts are rounded. */
export interface RoundingRule {
  /** Where a half goes. */
  readonly mode?: RoundingMode | undefined
  /** The step, such as a cash step of 0.05; the currency's minor unit when not given. */
  readonly step?: Decimal | null | undefined
  /** Whether each line is rounded or the total alone. */
  readonly at?: RoundingPlace | undefined
  /** Whether a tax is rounded for each line or once for the document and category. */
  readonly taxes?: TaxRounding | undefined
  /** The step of taxes, which that of lines and totals does not touch; the currency's minor unit when not given. */
  readonly taxStep?: Decimal | null | undefined
}

/** What happens to a half, and to what is left over. */
export type RoundingMode =
  /** A half goes away from zero: 2.5 → 3, -2.5 → -3. */
  | 'half_up'
  /** A half goes to the even neighbour: 2.5 → 2, 3.5 → 4. */
  | 'half_even'
  /** Away from zero. */
  | 'up'
  /** Towards zero. */
  | 'down'

/** Where rounding happens. */
export type RoundingPlace =
  /** Each line but taxes, which have a step of their own. */
  | 'line'
  /** The total, by a line of its own. */
  | 'total'

/** Where a tax is rounded. */
export type TaxRounding =
  /** Once for the document and category. */
  | 'document'
  /** For each line. */
  | 'line'

/** Several rate lists. */
export interface RateListsDefinition {
  /** The lists, of one tenant. */
  readonly lists: readonly RateListDefinition[]
}

/** A recurring or metered offer. */
export interface PlanDefinition {
  /** What people call it. */
  readonly name: string
  /** What it is known by. */
  readonly code?: string | null | undefined
  /** The currency of every amount. */
  readonly currency: Currency
  /** How often it is billed. */
  readonly interval: Interval
  /** Whether a period is billed before or after it. */
  readonly timing?: Timing | undefined
  /** What is charged, in this order. */
  readonly charges: readonly Charge[]
  /** A period never costs less than this. */
  readonly minimumCommitment?: Decimal | null | undefined
  /** A period never costs more than this. */
  readonly maximumSpend?: Decimal | null | undefined
  /** What a part of a period is counted in, where the change itself does not say. */
  readonly proration?: ProrationUnit | undefined
  /** Where a half goes; every line is rounded to the currency's minor unit. */
  readonly rounding?: RoundingMode | undefined
}

/** How often something recurs. */
export interface Interval {
  /** Days, weeks, months or years. */
  readonly unit: IntervalUnit
  /** Every how many of them. */
  readonly count?: number | undefined
}

/** The unit of an interval. */
export type IntervalUnit =
  /** Days. */
  | 'day'
  /** Weeks. */
  | 'week'
  /** Months; the anchor's day is kept, or the month's last: 31 Jan → 28 Feb → 31 Mar. */
  | 'month'
  /** Years; 29 February is the 28th in common years. */
  | 'year'

/** When a period is billed. */
export type Timing =
  /** On its first day. */
  | 'in_advance'
  /** On the day after its last one. */
  | 'in_arrears'

/** One charge of a plan. */
export interface Charge {
  /** What people call it. */
  readonly name: string
  /** Which usage it counts; a flat charge counts none. */
  readonly metric?: string | null | undefined
  /** How what the meter counts becomes what is charged, such as bytes gigabytes. */
  readonly convert?: UnitConversion | null | undefined
  /** So many units of it cost nothing; they are counted after the conversion. */
  readonly included?: Decimal | null | undefined
  /** The charge never comes to less than this in a period. */
  readonly minimumCommitment?: Decimal | null | undefined
  /** The charge never comes to more than this in a period. */
  readonly maximumSpend?: Decimal | null | undefined
  /** How it is reckoned. */
  readonly model: ChargeModel
}

/** How the sum of what a meter counted in a period becomes units that are charged: divided or multiplied, then rounded. */
export interface UnitConversion {
  /** How many of what the meter counts make one unit; then `rounding` is needed. */
  readonly divideBy?: Decimal | null | undefined
  /** How many units one of what the meter counts makes. */
  readonly multiplyBy?: Decimal | null | undefined
  /** Where what is left over goes; `up` charges units that are begun. */
  readonly rounding?: RoundingMode | null | undefined
  /** To how many digits behind the point it is rounded. */
  readonly digits?: number | undefined
}

/** How a charge is reckoned. */
export type ChargeModel =
  /** The same every period. */
  | {
    readonly flat: Decimal
  }
  /** So much for each unit. */
  | {
    readonly perUnit: Decimal
  }
  /** Each unit at the price of the tier it falls into. */
  | {
    readonly graduated: TieredPrice
  }
  /** All units at the price of the tier that their number reaches. */
  | {
    readonly volume: TieredPrice
  }
  /** So much for each package, begun ones too. */
  | {
    readonly package: PackagePrice
  }
  /** A share of an amount. */
  | {
    readonly percentage: PercentageCharge
  }
  /** The amount itself that the meter counts, in the plan's currency, with what is put on top. */
  | {
    readonly meteredAmount: MeteredAmount
  }

/** Prices by tier. */
export interface TieredPrice {
  /** From the lowest to the highest; the last one has no end. */
  readonly tiers: readonly TierPrice[]
  /** Whether the flat part of the first tier is charged when nothing was used too. */
  readonly flatAtZero?: boolean | undefined
}

/** Up to so many units, so much. */
export interface TierPrice {
  /** The last unit of the tier, included; the last tier has none. */
  readonly upTo?: Decimal | null | undefined
  /** The price of a unit. */
  readonly price: Decimal
  /** What the tier costs once when any unit falls into it. */
  readonly flat?: Decimal | null | undefined
}

/** So many units for so much. */
export interface PackagePrice {
  /** How many units a package has. */
  readonly size: Decimal
  /** What it costs. */
  readonly price: Decimal
}

/** A share of an amount, with a fixed part and bounds. */
export interface PercentageCharge {
  /** The share of the metric's amount. */
  readonly percent: Decimal
  /** What is added when there is any usage. */
  readonly fixed?: Decimal | null | undefined
  /** Never less than this when there is any usage. */
  readonly minimum?: Decimal | null | undefined
  /** Never more than this. */
  readonly maximum?: Decimal | null | undefined
}

/** What is put on top of an amount: a factor or a percentage, or nothing. */
export interface MeteredAmount {
  /** The amount is multiplied by this: `1.2` for a fifth more. */
  readonly multiplier?: Decimal | null | undefined
  /** So many percent are added, or taken off when negative. */
  readonly markupPercent?: Decimal | null | undefined
}

/** What is counted. */
export type ProrationUnit =
  /** Whole days. */
  | 'day'
  /** Seconds of elapsed time. */
  | 'second'
  /** Days, of which every month of the period has thirty: what it lacks its last day has too, and a 31st day has nothing. */
  | 'thirty_day_months'

/** What is kept of a booking that is cancelled, by how long before its start that happens. */
export interface CancellationPolicyDefinition {
  /** What people call it. */
  readonly name: string
  /** What it is known by. */
  readonly code?: string | null | undefined
  /** By whose clocks days are counted, unless a booking names the zone of its own place. */
  readonly zone: Zone
  /** The currency of every amount; a policy of percentages and nights serves every currency and has none. */
  readonly currency?: Currency | null | undefined
  /** When a booking starts that names only its day; midnight when not given. */
  readonly startTime?: TimeOfDay | null | undefined
  /** Where a half goes; every fee is rounded to the currency's minor unit. */
  readonly rounding?: RoundingMode | undefined
  /** Time to think again after booking, in which nothing is kept. */
  readonly grace?: CancellationGrace | null | undefined
  /** From the earliest deadline to the latest; the first that has not passed counts. */
  readonly tiers?: readonly CancellationTier[] | undefined
  /** What is charged when all deadlines have passed; everything when not given. */
  readonly late?: CancellationFee | null | undefined
  /** What is charged when nobody came; the same as `late` when not given. */
  readonly noShow?: CancellationFee | null | undefined
  /** What is never given back but in the time of grace, such as a deposit. */
  readonly kept?: CancellationFee | null | undefined
  /** Kinds of components that go by terms of their own, such as `activity` or `taxes`. */
  readonly components?: { readonly [key: string]: CancellationTerms } | undefined
}

/** Time to think again after booking. */
export interface CancellationGrace {
  /** So many hours after the booking was made. */
  readonly hoursAfterBooking: number
  /** But no later than so many hours before the start; up to the start when not given. */
  readonly hoursBefore?: number | null | undefined
}

/** What is charged up to a deadline. */
export interface CancellationTier {
  /** What people call it. */
  readonly name: string
  /** The last moment at which it counts, included. */
  readonly deadline: CancellationDeadline
  /** What is charged then. */
  readonly fee: CancellationFee
}

/** The last moment of a tier. */
export type CancellationDeadline =
  /** So many hours before the start, whatever clocks do in between. */
  | {
    readonly hoursBefore: number
  }
  /** So many days before the day of the start, at a time of the clock. */
  | {
    readonly daysBefore: DaysBefore
  }

/** So many days before the day of the start. */
export interface DaysBefore {
  /** How many days; none is the day of the start itself. */
  readonly days: number
  /** The time of that day by the clocks of the zone; the time of the start when not given. `24:00` is the end of the day. */
  readonly time?: TimeOfDay | null | undefined
}

/** What is charged for a cancellation. */
export type CancellationFee =
  /** A share of what each component costs: 0 is free, 100 is everything. */
  | {
    readonly percent: Decimal
  }
  /** The price of the first nights. */
  | {
    readonly nights: NightsFee
  }
  /** An amount for all components together that go by the same terms, shared in proportion to what they cost. */
  | {
    readonly amount: Decimal
  }

/** The price of the first nights. */
export interface NightsFee {
  /** How many; a shorter stay is charged whole. */
  readonly nights: number
  /** So many percent of them; all of it when not given. */
  readonly percent?: Decimal | null | undefined
}

/** The terms of one kind of component; nothing is taken over from the terms of the whole. */
export interface CancellationTerms {
  /** From the earliest deadline to the latest; the first that has not passed counts. */
  readonly tiers?: readonly CancellationTier[] | undefined
  /** What is charged when all deadlines have passed; everything when not given. */
  readonly late?: CancellationFee | null | undefined
  /** What is charged when nobody came; the same as `late` when not given. */
  readonly noShow?: CancellationFee | null | undefined
  /** What is never given back but in the time of grace, such as a deposit. */
  readonly kept?: CancellationFee | null | undefined
}

/** Resources and everything that is taken of them. */
export interface CalendarDefinition {
  /** What can be taken. */
  readonly resources: readonly Resource[]
  /** What is booked. */
  readonly bookings?: readonly Booking[] | undefined
  /** What is held for a while. */
  readonly holds?: readonly Hold[] | undefined
  /** What nobody may take: repairs, events of other calendars. */
  readonly blocked?: readonly Blocked[] | undefined
}

/** Anything that can be taken: a room by the hour, a room type with 12 units, a technician, a coach with 49 seats. */
export interface Resource {
  /** What it is known by. */
  readonly id: string
  /** What people call it. */
  readonly name?: string | null | undefined
  /** Whether it is taken by the moment, by the night, or by the seat of a departure. */
  readonly mode?: ResourceMode | undefined
  /** The zone of its clock. */
  readonly zone: Zone
  /** How many units it has. */
  readonly capacity?: number | undefined
  /** How many units more than it has may be booked. */
  readonly overbooking?: number | undefined
  /** When it is open; always when not given. */
  readonly hours?: OpeningHours | null | undefined
  /** Whether a booking lies within the hours as a whole, or only its beginning and its end do. */
  readonly withinHours?: WithinHours | undefined
  /** Days on which it is closed, unless an exception of its hours says otherwise. */
  readonly holidays?: readonly Day[] | undefined
  /** Days of every year on which it is closed, such as `{"month": 12, "day": 25}`. */
  readonly yearlyHolidays?: readonly MonthDay[] | undefined
  /** Where bookings may begin; at any moment when not given. */
  readonly grid?: SlotGrid | null | undefined
  /** The shortest booking. */
  readonly minMinutes?: number | null | undefined
  /** The longest booking. */
  readonly maxMinutes?: number | null | undefined
  /** Lengths of bookings are a multiple of this. */
  readonly lengthStepMinutes?: number | null | undefined
  /** The fewest nights of a stay. */
  readonly minNights?: number | null | undefined
  /** The most nights of a stay. */
  readonly maxNights?: number | null | undefined
  /**
   * Time kept free before every booking. Buffers of two bookings may overlap each other, never a booking, so the
   * longer of the two lies between neighbours.
   */
  readonly bufferBeforeMinutes?: number | undefined
  /** Time kept free after every booking. */
  readonly bufferAfterMinutes?: number | undefined
  /** Whether a time that has begun may be taken all the same, to record what has happened. Otherwise the past is not for sale. */
  readonly pastBookings?: boolean | undefined
  /** Booked at least so long before it begins: a stay at its check-in time, or else when its first day does. */
  readonly noticeMinutes?: number | null | undefined
  /** Booked at most so many days ahead. */
  readonly horizonDays?: number | null | undefined
  /** What it can do, such as `german` or `brakes`. */
  readonly skills?: readonly string[] | undefined
  /** Where it is. */
  readonly location?: string | null | undefined
  /** Among several, the higher one is offered first. */
  readonly priority?: number | undefined
  /** By nights: from when on guests arrive. */
  readonly checkInTime?: TimeOfDay | null | undefined
  /** By nights: until when guests leave, not after others arrive. */
  readonly checkOutTime?: TimeOfDay | null | undefined
  /** By nights: until when, on the day of arrival, the night can be booked; until the day ends when not given. */
  readonly cutOff?: TimeOfDay | null | undefined
  /** By nights: days with another number of units than its capacity; the first that covers a night counts. */
  readonly inventory?: readonly DayUnits[] | undefined
  /** Units kept for partners. */
  readonly allotments?: readonly Allotment[] | undefined
  /** Nights and departures that are not sold for now. */
  readonly stopSales?: readonly StopSale[] | undefined
  /** The dated starts of a package. */
  readonly departures?: readonly Departure[] | undefined
}

/** What a resource is counted by. */
export type ResourceMode =
  /** By the moment: rooms by the hour, staff, vehicle bays. */
  | 'instants'
  /** By the night: lodging. */
  | 'nights'
  /** By the seat of a dated start. */
  | 'departures'

/** When something is open, by the wall clock: several windows a day, past midnight where needed, and days that differ. */
export interface OpeningHours {
  /** The windows of ordinary days. */
  readonly windows: readonly OpeningWindow[]
  /** Days that differ; the first one that covers a day counts. */
  readonly exceptions?: readonly OpeningException[] | undefined
  /** Windows of one day that overlap or touch are one. Without it, overlapping windows are a fault. */
  readonly mergeOverlaps?: boolean | undefined
}

/** A window of the wall clock. One that closes at or before it opens goes past midnight. */
export interface OpeningWindow {
  /** The days of the week on which it opens; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** When it opens. */
  readonly opens: TimeOfDay
  /** When it closes. */
  readonly closes: TimeOfDay
}

/** Days that differ. */
export interface OpeningException {
  /** The days. */
  readonly days: DayRange
  /** Their windows; none when closed. */
  readonly windows?: readonly OpeningWindow[] | undefined
  /** Why. */
  readonly reason?: string | null | undefined
}

/** What of a booking lies within opening hours. */
export type WithinHours =
  /** All of it: rooms, staff, vehicle bays. */
  | 'whole'
  /** Pick-up and return, as for hired cars and bikes: between them it may be closed, for days even. */
  | 'pick_up_and_return'

/** A day of every year; 29 February falls on the 28th in common years. */
export interface MonthDay {
  /** The month. */
  readonly month: number
  /** The day of the month. */
  readonly day: number
}

/** Where bookings may begin, on the wall clock. */
export interface SlotGrid {
  /** Every so many minutes. */
  readonly stepMinutes: number
  /** Counted from midnight or from the opening. From midnight, the step divides an hour or is whole hours. */
  readonly counted?: GridStart | undefined
  /** Which of these starts are offered. */
  readonly packing?: Packing | undefined
}

/** Where the steps of a grid are counted from. */
export type GridStart =
  /** From 00:00 of the wall clock. */
  | 'midnight'
  /** From the moment at which it opens. */
  | 'opening'

/** Which starts of the grid are offered. */
export type Packing =
  /** Every one. */
  | 'every'
  /** One behind the other, with buffers between them: the first of each free stretch, then the first after its end. */
  | 'back_to_back'
  /** Those that leave no gap shorter than the shortest booking. */
  | 'no_short_gaps'

/** Days with a number of units of their own. */
export interface DayUnits {
  /** The days, that is the nights that begin on them. */
  readonly days: DayRange
  /** How many units there are. */
  readonly units: number
}

/** Units that only one partner may sell, until they are released. */
export interface Allotment {
  /** Whose they are. */
  readonly partner: string
  /** The nights or departures. */
  readonly days: DayRange
  /** Only these days of the week; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** How many units. */
  readonly units: number
  /** So many days before the day, what the partner has not sold goes back to everybody; with 0 on the day itself. */
  readonly releaseDays?: number | undefined
}

/** Days that are not sold for now. */
export interface StopSale {
  /** The nights or departures. */
  readonly days: DayRange
  /** Only these days of the week; all when not given. */
  readonly weekdays?: readonly Weekday[] | undefined
  /** Only for this partner; for everybody when not given. */
  readonly partner?: string | null | undefined
  /** Why. */
  readonly reason?: string | null | undefined
}

/** A dated start with its seats. */
export interface Departure {
  /** The day. */
  readonly day: Day
  /** How many seats. */
  readonly seats: number
  /** Sold until so many days before it; until the day itself with 0. */
  readonly closesDaysBefore?: number | undefined
}

/** Something that is booked: one resource, or several that belong together. */
export interface Booking {
  /** What it is known by. */
  readonly id: string
  /** What it takes. */
  readonly takes: readonly Take[]
  /** When it was booked: for figures of pickup. */
  readonly bookedAt?: Instant | null | undefined
  /** What a calendar shows. */
  readonly title?: string | null | undefined
  /**
   * How often it was moved since it was booked: its `SEQUENCE` in other calendars, which pass over one that falls. Whoever books
   * an id again that was cancelled gives a higher one than it had.
   */
  readonly revision?: number | undefined
  /** When it was last moved. */
  readonly revisedAt?: Instant | null | undefined
}

/** Units of one resource for a time. */
export interface Take {
  /** The resource. */
  readonly resource: string
  /** When. */
  readonly when: When
  /** How many units. */
  readonly units?: number | undefined
  /** The partner out of whose allotment it is taken, or who sold it. */
  readonly partner?: string | null | undefined
}

/** When something is taken: in the way that the resource is counted by. */
export type When =
  /** From one moment to another, the end excluded. */
  | {
    readonly span: Span
  }
  /** The nights of a stay. */
  | {
    readonly stay: StayDays
  }
  /** A dated start. */
  | {
    readonly departure: Day
  }

/** A stretch of time, its end excluded. */
export interface Span {
  /** The first moment. */
  readonly start: Instant
  /** The moment after the last one. */
  readonly end: Instant
}

/** A moment with its offset, such as "2026-09-01T10:00:00Z". */
export type Instant = string

/** The nights from the day of arrival to the day of departure, which is none of them. */
export interface StayDays {
  /** The day of arrival. */
  readonly checkIn: Day
  /** The day of departure. */
  readonly checkOut: Day
}

/** Something that is held until a moment, at which it is free again. */
export interface Hold {
  /** What it is known by: asked for again, the same hold is answered. */
  readonly key: string
  /** What it takes. */
  readonly takes: readonly Take[]
  /** The moment at which it is free again. */
  readonly expiresAt: Instant
}

/** Time that nobody may take: a repair, an event of another calendar. */
export interface Blocked {
  /** What it is known by. */
  readonly id: string
  /** The resource. */
  readonly resource: string
  /** When. */
  readonly when: When
  /** How many units; all that there are when not given. */
  readonly units?: number | null | undefined
  /** Why. */
  readonly reason?: string | null | undefined
  /** The outside calendar that it came from. */
  readonly source?: string | null | undefined
  /** How often it was moved: its `SEQUENCE` in other calendars, which pass over one that falls. */
  readonly revision?: number | undefined
}

/** The life of something: the states it can be in, and what leads from one to another. As JSON or as TOML. */
export interface MachineDefinition {
  /** What it is known by, such as `booking`. */
  readonly name: string
  /** Its version: an instance says by which it lives. */
  readonly version?: number | undefined
  /** What it is about, for readers. */
  readonly summary?: string | null | undefined
  /** The state in which everything begins. */
  readonly initial: string
  /** Whether it has no end: a device is online and offline for ever. */
  readonly endless?: boolean | undefined
  /**
   * The names that guards may use, each with its type. `now`, the moment of the event, and the fields need no declaring:
   * a field's bare name is what is given, else what was recorded; `given.` and `recorded.` before it name one of the two.
   */
  readonly facts?: { readonly [key: string]: string } | undefined
  /**
   * What is recorded of an instance, each field with its type. What is given and recorded is checked against them; a
   * machine that declares none takes any name, and knows the types of those it counts from and sets itself.
   */
  readonly fields?: { readonly [key: string]: string } | undefined
  /** What beginning one asks for and sets. */
  readonly start?: MachineStart | null | undefined
  /** The states. */
  readonly states: readonly MachineState[]
  /** The events. */
  readonly events: readonly MachineEvent[]
  /** What leads where. Of several for one state and event the first whose guard holds counts. */
  readonly transitions: readonly MachineTransition[]
}

/** What beginning an instance asks for and sets. */
export interface MachineStart {
  /** Fields that must be given with it: what is owed, when it begins. */
  readonly requires?: readonly string[] | undefined
  /** The condition under which it may begin, over what is given and `now`: `starts_at < ends_at`. What it requires is there. */
  readonly guard?: string | null | undefined
  /** Fields of the instance that it sets. */
  readonly stamps?: { readonly [key: string]: MachineStamp } | undefined
  /** Fields that it sets, each to the value of an expression over what is given and `now`. */
  readonly sets?: { readonly [key: string]: string } | undefined
  /** What the host is to carry out. */
  readonly effects?: readonly MachineEffect[] | undefined
}

/** What a field is set to. */
export type MachineStamp =
  /** The moment of the event. */
  | 'now'
  /** The moment of the event, unless it is set already. */
  | 'now_once'
  /** Who did it. */
  | 'actor'
  /** What was given with the event under the same name; what was before when nothing was. */
  | 'given'
  /** Nothing any more. */
  | 'cleared'

/** Something for the host to carry out: it is told, never done here. */
export interface MachineEffect {
  /** What, such as `send_email`. */
  readonly name: string
  /** With what. */
  readonly with?: { readonly [key: string]: unknown } | undefined
}

/** A state. */
export interface MachineState {
  /** What it is known by. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** Whether nothing can happen any more. */
  readonly terminal?: boolean | undefined
  /** How it stands in this state. */
  readonly standing?: MachineStanding | undefined
}

/** How something stands: what a rule refused, what waits for the outside and what the outside broke are different things. */
export type MachineStanding =
  /** As it should. */
  | 'open'
  /** The outside has to answer: a gateway, a router, a customer. */
  | 'pending'
  /** A rule or a person refused it. */
  | 'failed'
  /** The outside broke. */
  | 'errored'

/** An event. */
export interface MachineEvent {
  /** What it is known by. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
}

/** What leads from a state to another. */
export interface MachineTransition {
  /** The states it leads from; `["*"]` for each that has not ended and is not the one it leads to. */
  readonly from: readonly string[]
  /** What happens. */
  readonly event: string
  /** The state it leads to. */
  readonly to: string
  /** The condition under which it does. */
  readonly guard?: string | null | undefined
  /** Fields that must be given with the event: a reason, a payment's reference. */
  readonly requires?: readonly string[] | undefined
  /** Fields of the instance that it sets. */
  readonly stamps?: { readonly [key: string]: MachineStamp } | undefined
  /**
   * Fields that it sets, each to the value of an expression over what is given, what was recorded and `now`:
   * `recorded.refunded.orValue(0.00) + given.amount.orValue(0.00)`.
   */
  readonly sets?: { readonly [key: string]: string } | undefined
  /** Who may: the permission that the actor must hold. */
  readonly permission?: string | null | undefined
  /** What the host is to carry out. */
  readonly effects?: readonly MachineEffect[] | undefined
  /** When it is due by itself. Nobody can make it happen earlier, and from then on it has happened. */
  readonly after?: MachineTimer | null | undefined
  /** The moment from which on it is possible. */
  readonly notBefore?: MachineTimer | null | undefined
  /** The last moment at which it is possible. */
  readonly notAfter?: MachineTimer | null | undefined
}

/** A moment that is counted: so long after the state was entered, or so long after or before the moment that a field holds. */
export interface MachineTimer {
  /** Days of 24 hours. */
  readonly days?: number | undefined
  /** Hours. */
  readonly hours?: number | undefined
  /** Minutes. */
  readonly minutes?: number | undefined
  /** Seconds. */
  readonly seconds?: number | undefined
  /** The field of the instance that holds the moment it is counted from; without it, when the state was entered. */
  readonly field?: string | null | undefined
  /** The field of the instance that holds the moment it lies before, in place of `field`. */
  readonly before?: string | null | undefined
}

/** By when something is due, in which hours time counts, and who is told when it is late. */
export interface DeadlinePolicyDefinition {
  /** The hours and days in which time counts; around the clock when not given. */
  readonly calendar?: BusinessCalendar | null | undefined
  /**
   * The minutes of each target, by priority, such as `{"high": {"first_reply": 240}}`. A priority without a target has no
   * deadline for it. When not given: 4 hours for `high`, 24 for `medium` and 48 for `low`, both for `first_reply` and for
   * `resolution`.
   */
  readonly priorities?: { readonly [key: string]: { readonly [key: string]: number } } | null | undefined
  /** What meets a target. An event that has the target's own name always does. */
  readonly targets?: { readonly [key: string]: DeadlineTarget } | undefined
  /** The states in which time does not count, such as `waiting_customer`. */
  readonly pausesIn?: readonly string[] | undefined
  /** The percentages of its time at which a target warns. */
  readonly warnAtPercent?: readonly number[] | undefined
  /**
   * Who is told that a target is late, in order. When not given: the agent at once, and an hour after each other the manager,
   * senior management and the chief executive.
   */
  readonly escalation?: readonly DeadlineLevel[] | null | undefined
}

/** Which days and hours count as business. */
export interface BusinessCalendar {
  /** Where its days begin. */
  readonly zone: Zone
  /**
   * The days of the week off. When not given, Saturday and Sunday; with hours of certain days of the week, the days that no
   * window opens on. A window of a day that is given here is refused; one of all seven days, named or not, opens on every
   * business day, and makes none of the weekend.
   */
  readonly weekend?: readonly Weekday[] | null | undefined
  /** Days off. */
  readonly holidays?: readonly Day[] | undefined
  /** Days off every year, such as `{"month": 12, "day": 25}`. */
  readonly yearlyHolidays?: readonly MonthDay[] | undefined
  /** The hours of business days; the whole day when not given. An exception counts whatever the day of the week, holiday or not. */
  readonly hours?: OpeningHours | null | undefined
}

/** What meets a target. */
export interface DeadlineTarget {
  /** The states and events that meet it; the first one counts. */
  readonly metBy?: readonly string[] | undefined
  /** The states and events after which it is no longer met. Its time goes on where it stood when it was met. */
  readonly reopenedBy?: readonly string[] | undefined
}

/** A level of escalation. */
export interface DeadlineLevel {
  /** Who is told, such as `manager`. */
  readonly name: string
  /** So many minutes after the deadline, counted as the deadline is. */
  readonly afterMinutes: number
}

/** A tenant and all its rules. */
export interface TenantDefinition {
  /** What it is known by. */
  readonly id: string
  /** What people call it. */
  readonly name: string
  /** Its part of the platform's address, such as `acme` of `acme.example.com`. */
  readonly subdomain?: string | null | undefined
  /** Domains of its own. */
  readonly domains?: readonly string[] | undefined
  /** Where it is in its life. */
  readonly status?: TenantStatus | undefined
  /** Since when it is there. */
  readonly statusSince?: Instant | null | undefined
  /** How it works. */
  readonly settings?: TenantSettings | undefined
  /** How it looks and writes to people. */
  readonly brand?: TenantBrand | undefined
  /** Who may do what, and what they see. */
  readonly access?: AccessRules | undefined
  /** Features by name, and when they are on. */
  readonly flags?: { readonly [key: string]: FlagRules } | undefined
  /** How often things may be done, beside and instead of what is shipped. */
  readonly rateLimits?: readonly RateLimitRule[] | undefined
  /** How many failures lock, beside and instead of what is shipped. */
  readonly lockouts?: readonly LockoutRule[] | undefined
  /** Which addresses pass. */
  readonly addresses?: readonly AddressRule[] | undefined
  /** What there is only so much of. */
  readonly quotas?: readonly QuotaRule[] | undefined
  /** How numbers are written. */
  readonly numbers?: readonly NumberFormat[] | undefined
  /** What changes must keep to. */
  readonly policies?: Policies | undefined
  /** What may be spent. */
  readonly budgets?: readonly Budget[] | undefined
  /** The fields and tags it adds, by kind of thing. */
  readonly fields?: { readonly [key: string]: EntityFields } | undefined
  /** What is known of people. */
  readonly privacy?: Privacy | undefined
}

/** Where a tenant is in its life. */
export type TenantStatus =
  /** It is being set up; nobody of it comes in yet. */
  | 'provisioning'
  /** It works. */
  | 'active'
  /** Its people come in and read, and pay; nothing else is written. */
  | 'suspended'
  /** It was deleted: nobody of it comes in, and what it has is kept for a while so that it can be restored. */
  | 'deleting'
  /** What it had is erased. */
  | 'deleted'

/** How a tenant works: each setting has a default. */
export interface TenantSettings {
  /** The zone of its clock. */
  readonly zone?: Zone | undefined
  /** The currency of its books. */
  readonly currency?: Currency | null | undefined
  /** The language it writes in, as a tag of BCP 47 such as `de` or `pt-BR`. */
  readonly locale?: string | undefined
  /** How it writes amounts, whatever the language. */
  readonly numberFormat?: Locale | undefined
  /** Where it is taxed, such as `DE` or `US-NY`. */
  readonly taxRegion?: string | null | undefined
  /** When it is open, by its zone; always when not given. */
  readonly businessHours?: OpeningHours | null | undefined
  /** How people log in. */
  readonly signIn?: SignInRules | undefined
  /** For so many times 24 hours a deleted tenant is kept and can be restored. */
  readonly keptDays?: number | undefined
}

/** A language and place, by its BCP 47 tag. */
export type Locale =
  /** American English: $1,234,567.00 */
  | 'en-US'
  /** Indian English: ₹12,34,567.00 */
  | 'en-IN'
  /** Spanish: 1.234.567,00 € */
  | 'es'
  /** French: 1 234 567,00 €, with spaces at which no line breaks */
  | 'fr'
  /** German: 1.234.567,00 € */
  | 'de'
  /** Hindi: ₹12,34,567.00 */
  | 'hi'

/** How people log in, and for how long. */
export interface SignInRules {
  /** A session ends after so many minutes without a request. */
  readonly idleMinutes?: number | undefined
  /** A session ends after so many minutes, whatever happens in it. */
  readonly sessionMinutes?: number | undefined
  /** Whether a second factor is demanded. */
  readonly secondFactor?: boolean | undefined
  /** The fewest letters of a password. */
  readonly passwordLength?: number | undefined
  /** After so many days a password must be changed; never when not given. */
  readonly passwordDays?: number | null | undefined
  /** So many former passwords are not taken again. */
  readonly passwordsRemembered?: number | undefined
}

/** How a tenant looks and writes to people. */
export interface TenantBrand {
  /** The logo. */
  readonly logo?: BrandLogo | null | undefined
  /** Colours by name, such as `primary`, each with the colour of text on it. */
  readonly colours?: { readonly [key: string]: BrandColour } | undefined
  /** The name on e-mails. */
  readonly senderName?: string | null | undefined
  /** The address that e-mails come from. */
  readonly senderEmail?: string | null | undefined
  /** The address that answers go to. */
  readonly replyTo?: string | null | undefined
  /** Where the host keeps the tenant's own templates, by kind, such as `invoice`. */
  readonly templates?: { readonly [key: string]: string } | undefined
}

/** A logo, which the host keeps. */
export interface BrandLogo {
  /** Where the host keeps it. */
  readonly file: string
  /** `image/png` or `image/svg+xml`. */
  readonly mediaType: string
  /** Its size. */
  readonly bytes: number
}

/** A colour and the colour of text on it, as `#RRGGBB`; they differ enough to be read. */
export interface BrandColour {
  /** The colour. */
  readonly fill: string
  /** The colour of text on it. */
  readonly text: string
}

/** Who may do what, and what they see. */
export interface AccessRules {
  /** Permissions of the tenant's own system, such as `tours:publish`, beside the built-in ones. */
  readonly permissions?: readonly string[] | undefined
  /** Roles by name, beside the built-in ones; one with the name of a built-in role takes its place. */
  readonly roles?: { readonly [key: string]: RoleRules } | undefined
  /**
   * What is hidden, by the kind of record, such as `device` or `traveller`. A kind of which nothing is hidden has an
   * empty list.
   */
  readonly masks?: { readonly [key: string]: readonly FieldMask[] } | undefined
  /** Permissions whose use is always audited; patterns such as `payments:*` are taken. */
  readonly audited?: readonly string[] | undefined
}

/** What a role may do. Nothing follows from a role but what is listed here and in the roles it includes. */
export interface RoleRules {
  /** Roles whose rules are this one's too. */
  readonly includes?: readonly string[] | undefined
  /** What it may do, on every record: `rates:write`, `bookings:*`, `*`. */
  readonly allow?: readonly string[] | undefined
  /** What it may not do, whatever else allows it. */
  readonly deny?: readonly string[] | undefined
  /** What it may do with records that stand in a relation to the actor, such as the actor's own bookings. */
  readonly grants?: readonly RelationGrant[] | undefined
}

/** What may be done with records that name the actor. */
export interface RelationGrant {
  /** What the relation is called, such as `own`. */
  readonly relation: string
  /** The field of the record that holds the actor's id, or a list with it. */
  readonly field: string
  /** What may be done. */
  readonly permissions: readonly string[]
}

/** Fields that are hidden from who may not see them. */
export interface FieldMask {
  /**
   * Places in the record as JSON pointers, with `*` for every entry of a list: `/password`, `/travellers/*\/passport`. Where a
   * record has another shape, such as a list where an object was, what stands there is hidden whole.
   */
  readonly fields: readonly string[]
  /** The permission with which they are seen. */
  readonly unless: string
}

/** When a feature is on. The first rule that says something decides, in the order of the fields. */
export interface FlagRules {
  /** What it is for this tenant, whatever the other rules say. */
  readonly forced?: boolean | null | undefined
  /** Before that moment it is off. */
  readonly startsAt?: Instant | null | undefined
  /** From that moment on it is off again. */
  readonly endsAt?: Instant | null | undefined
  /** By role; of several roles that differ, the one for which it is off counts. */
  readonly roles?: { readonly [key: string]: boolean } | undefined
  /** By plan. */
  readonly plans?: { readonly [key: string]: boolean } | undefined
  /** For so many in a hundred, always the same ones, and off for the rest; with at most two decimals. */
  readonly percentage?: Decimal | null | undefined
  /** What it is when nothing else decides. */
  readonly on?: boolean | undefined
}

/** A limit that has a name. */
export interface RateLimitRule {
  /** What it is known by; one of a shipped limit takes its place. */
  readonly name: string
  /** How calls are counted. */
  readonly kind?: RateLimitKind | undefined
  /** For whom a state is kept. */
  readonly per?: RateLimitKey | undefined
  /** The figures where no others are given. */
  readonly standard: RateFigures
  /** The figures of plans that have their own. */
  readonly plans?: { readonly [key: string]: RateFigures } | undefined
  /** The figures of this tenant, whatever its plan. */
  readonly own?: RateFigures | null | undefined
  /** What a call costs that does not say so. */
  readonly cost?: number | undefined
}

/** How calls are counted. */
export type RateLimitKind =
  /** Never more than the amount in any stretch of so many seconds, wherever it begins. */
  | 'sliding_window'
  /** A bucket that holds the burst and fills evenly: the amount in so many seconds (GCRA). */
  | 'token_bucket'

/** For whom the state of a limit is kept. */
export type RateLimitKey =
  /** For each address that calls. */
  | 'ip'
  /** For each user. */
  | 'user'
  /** For the tenant as a whole. */
  | 'tenant'

/** How much in which time. */
export interface RateFigures {
  /** How much. */
  readonly amount: number
  /** In how many seconds. */
  readonly seconds: number
  /** How much a bucket holds, and so lets through at once; the amount when not given. A window has none. */
  readonly burst?: number | null | undefined
}

/** How many failures lock, and for how long. */
export interface LockoutRule {
  /** What it is known by; one of a shipped rule takes its place. */
  readonly name: string
  /** So many lock. */
  readonly failures: number
  /** Within so many seconds. */
  readonly withinSeconds: number
  /** For so many seconds. */
  readonly lockSeconds: number
  /** Each further lock is longer by this factor. */
  readonly growth?: number | undefined
  /** And never longer than so many seconds; a day, or the first lock when that is longer, when not given. */
  readonly maxLockSeconds?: number | null | undefined
  /** So many seconds after a lock it is as if there had been none. */
  readonly forgetSeconds?: number | undefined
  /** Whether only failures of different things count: tokens of five tenants. */
  readonly distinct?: boolean | undefined
}

/** Addresses that pass, or do not. */
export interface AddressRule {
  /** An address, or a range such as `10.1.0.0/16` or `2001:db8::/32`. */
  readonly range: string
  /** Whether they pass. */
  readonly effect: AddressEffect
  /** Until when it holds; always when not given. */
  readonly expiresAt?: Instant | null | undefined
  /** Why. */
  readonly reason?: string | null | undefined
}

/** What becomes of an address. */
export type AddressEffect =
  /** It is refused. */
  | 'block'
  /** It passes. */
  | 'allow'

/** Something that a tenant has only so much of. */
export interface QuotaRule {
  /** What it is known by: `vehicles`, `api_calls`. */
  readonly name: string
  /** It is counted anew in each period of that length; when not given it counts what there is. */
  readonly every?: Interval | null | undefined
  /**
   * A day on which a period begins, by the tenant's clock; the first of a month or year, or a Monday, when not
   * given.
   */
  readonly anchor?: Day | null | undefined
  /** The figures where no others are given. */
  readonly standard: QuotaFigures
  /** The figures of plans that have their own. */
  readonly plans?: { readonly [key: string]: QuotaFigures } | undefined
  /** The figures of this tenant, whatever its plan. */
  readonly own?: QuotaFigures | null | undefined
  /** At which percentages of the soft figure, or of the hard one where there is no soft one, a warning is due. */
  readonly warnAtPercent?: readonly number[] | undefined
}

/** How much of something there is. */
export interface QuotaFigures {
  /** So much is included; what goes beyond it is counted as overage. */
  readonly soft?: number | null | undefined
  /** Never more than so much; no end when not given. */
  readonly hard?: number | null | undefined
}

/** How numbers of a kind are written, and when their counter begins anew. */
export interface NumberFormat {
  /** What it is known by: `invoice`. */
  readonly name: string
  /**
   * Text with `{YYYY}`, `{YY}`, `{MM}`, `{DD}`, one counter such as `{seq:4}` of at least four digits, and named parts:
   * `INV-{YY}{MM}-{seq:4}`.
   */
  readonly format: string
  /** The names of parts that are given with each request, such as `SUP` for `{SUP}`. Each combination has a counter. */
  readonly parts?: readonly string[] | undefined
  /** When the counter begins anew, by the tenant's clock. */
  readonly reset?: NumberReset | undefined
  /** With which number it begins. */
  readonly first?: number | undefined
}

/** When a counter begins anew. */
export type NumberReset =
  /** Never. */
  | 'never'
  /** With the year. */
  | 'yearly'
  /** With the month. */
  | 'monthly'
  /** With the day. */
  | 'daily'

/** A tenant's policies, and the facts they are about. */
export interface Policies {
  /** What is known of a change, each with its type. */
  readonly facts?: { readonly [key: string]: string } | undefined
  /** The policies. */
  readonly rules?: readonly Policy[] | undefined
}

/** One policy. */
export interface Policy {
  /** What it is known by. */
  readonly id: string
  /** What it is about. */
  readonly kind: PolicyKind
  /** What must be true, such as `storage_gb <= 500`. */
  readonly condition: string
  /** What follows when it is not. */
  readonly effect: PolicyEffect
  /** What is said when it is not. */
  readonly message: string
  /** The figure that is shown: a fact such as `storage_gb`, or what is computed of them. */
  readonly figure?: string | null | undefined
  /** The limit that is shown beside it, such as `500` or `plan_storage_gb`. */
  readonly limit?: string | null | undefined
}

/** What a policy is about. */
export type PolicyKind =
  /** Size, number, storage, providers, regions. */
  | 'resource'
  /** Encryption, access, backups. */
  | 'security'
  /** What it may cost. */
  | 'cost'

/** What follows when a policy does not hold. */
export type PolicyEffect =
  /** The change is not made. */
  | 'deny'
  /** The change is made, and it is told. */
  | 'warn'
  /** The change is made when somebody approves. */
  | 'require_approval'

/** What may be spent in a month of the tenant's zone. */
export interface Budget {
  /** What it is known by. */
  readonly id: string
  /** How much. */
  readonly amount: Money
  /** At which percentages of it somebody is told. */
  readonly thresholds?: readonly number[] | undefined
}

/**
 * An amount in a currency. Two currencies never mix: that is an error, not a conversion.
 *
 * ```
 * use ratebook::money::Money;
 * let room = Money::new("124.50".parse()?, "EUR".parse()?);
 * let tax = Money::new("12.45".parse()?, "EUR".parse()?);
 * assert_eq!(room.plus(tax)?.to_string(), "136.95 EUR");
 * # Ok::<(), ratebook::Error>(())
 * ```
 */
export interface Money {
  /** How much. */
  readonly amount: Decimal
  /** Of what. */
  readonly currency: Currency
}

/** The fields and tags that a tenant adds to one kind of thing. */
export interface EntityFields {
  /** The fields, in the order of the form. */
  readonly fields?: readonly CustomField[] | undefined
  /** What becomes of values of a field that is not, or no longer, defined. */
  readonly unknown?: UnknownFields | undefined
  /** How many tags one thing may have. */
  readonly maxTags?: number | undefined
  /** How many characters a tag may have. */
  readonly maxTagLength?: number | undefined
}

/** A field that a tenant adds. */
export interface CustomField {
  /** What it is called in values and checks: letters, digits and `_`. */
  readonly name: string
  /** What it takes. */
  readonly kind: CustomFieldKind
  /** Whether it must be given. */
  readonly required?: boolean | undefined
  /** Whether no two things may have the same value. */
  readonly unique?: boolean | undefined
  /** The fewest characters of a text. */
  readonly minLength?: number | null | undefined
  /** The most characters of a text; 1,000 when not given. */
  readonly maxLength?: number | null | undefined
  /** The least number. */
  readonly min?: Decimal | null | undefined
  /** The greatest number. */
  readonly max?: Decimal | null | undefined
  /** The first day that a date may be. */
  readonly first?: Day | null | undefined
  /** The last day that a date may be. */
  readonly last?: Day | null | undefined
  /** What a choice is among. */
  readonly choices?: readonly string[] | undefined
  /** What kind of thing a reference is to. */
  readonly entity?: string | null | undefined
  /** What must be true when all fields it names have values, such as `mileage_out >= mileage_in`. */
  readonly check?: string | null | undefined
  /** What is said when the check does not hold. */
  readonly message?: string | null | undefined
}

/** What a field takes. */
export type CustomFieldKind =
  /** Text. */
  | 'text'
  /** An exact number. */
  | 'number'
  /** A day. */
  | 'date'
  /** One of several texts. */
  | 'choice'
  /** True or false. */
  | 'yes_no'
  /** The id of another thing. */
  | 'reference'

/** What becomes of values of a field that is not, or no longer, defined. */
export type UnknownFields =
  /** They are a fault. */
  | 'refuse'
  /** They are kept as they are, apart from the others. */
  | 'archive'

/** Where things say something about people, how long they are kept, and what people are asked to agree to. */
export interface Privacy {
  /** The kinds of things that are about people. */
  readonly entities?: { readonly [key: string]: PrivateEntity } | undefined
  /** How long each class of things is kept. */
  readonly retention?: readonly RetentionRule[] | undefined
  /** What people are asked to agree to, such as `newsletter`. */
  readonly purposes?: readonly string[] | undefined
}

/** A kind of thing that is about people. */
export interface PrivateEntity {
  /** Where the ids of the people stand: JSON pointers such as `/customer` or, for each entry of a list, `/guests/*\/id`. */
  readonly people: readonly string[]
  /** Which fields say something about them. */
  readonly fields: readonly PrivateField[]
}

/** A field that says something about a person. */
export interface PrivateField {
  /** Where: a JSON pointer, in which one step may be `*` for each entry of a list. */
  readonly path: string
  /** Whether it is sensitive: health, faith, papers. It is given out only when asked for. */
  readonly sensitive?: boolean | undefined
  /** What becomes of it when it is made nameless. */
  readonly anonymise?: Anonymising | undefined
  /** Whether no two things have the same in it: then its stars are followed by the id of the thing. */
  readonly unique?: boolean | undefined
}

/** What becomes of a field that is made nameless. What is no text becomes nothing. */
export type Anonymising =
  /** Another text, the same for the same value, so that what is counted by it still adds up. */
  | 'pseudonym'
  /** Three stars, and the id of the thing where no two have the same. */
  | 'mask'
  /** Nothing: the field is taken out. */
  | 'remove'

/** How long one class of things is kept. */
export interface RetentionRule {
  /** Of which class. */
  readonly class: string
  /** For so many months. */
  readonly keepMonths?: number | undefined
  /** And so many days. */
  readonly keepDays?: number | undefined
  /** What is done then. */
  readonly action: RetentionAction
}

/** What is done with things that were kept long enough. */
export type RetentionAction =
  /** They are deleted. */
  | 'delete'
  /** They are made nameless. */
  | 'anonymise'

/** Rules that act when something happens. */
export interface AutomationDefinition {
  /** What the rules can look at. */
  readonly facts?: { readonly [key: string]: string } | undefined
  /** How many runs of rules may be set off by other rules before a loop is suspected. */
  readonly maxChain?: number | undefined
  /** The rules, in their order. */
  readonly rules: readonly AutomationRule[]
}

/** What is done when something happens. */
export interface AutomationRule {
  /** What it is known by. */
  readonly id: string
  /** What sets it off. */
  readonly on: AutomationTrigger
  /** Over the facts; always when not given. */
  readonly when?: string | null | undefined
  /** What is done, in this order. */
  readonly actions: readonly AutomationAction[]
  /** Whether no later rule runs for the same occasion once this one ran. */
  readonly stop?: boolean | undefined
  /** Whether it runs at all. */
  readonly enabled?: boolean | undefined
  /** The role in whose rights its actions are done. The rules of a pack name one. */
  readonly asRole?: string | null | undefined
}

/** What happened, or what a rule waits for. */
export type AutomationTrigger =
  /** An event of a machine. */
  | {
    readonly event: AutomationEvent
  }
  /** A field that has another value. */
  | {
    readonly field: AutomationField
  }
  /** A schedule of that name is due. */
  | {
    readonly schedule: string
  }

/** An event of a machine. */
export interface AutomationEvent {
  /** The machine, such as `quote`. */
  readonly machine: string
  /** The event, such as `send`. */
  readonly event: string
  /** The state that it led to; a rule without one takes any. */
  readonly state?: string | null | undefined
}

/** A field of something. */
export interface AutomationField {
  /** Of what, such as `booking`. */
  readonly entity: string
  /** Which one, such as `priority`. */
  readonly field: string
}

/** What a rule does. Nothing is performed here: it is for the host's outbox. */
export type AutomationAction =
  /** Gives it to somebody. */
  | {
    readonly assign: AutomationEffect
  }
  /** Tells somebody. */
  | {
    readonly notify: AutomationEffect
  }
  /** Makes a task. */
  | {
    readonly createTask: AutomationEffect
  }
  /** Calls a webhook. */
  | {
    readonly callWebhook: AutomationEffect
  }
  /** Has an effect of that name carried out, as a machine would name it. */
  | {
    readonly effect: AutomationEffect
  }
  /** Fires an event of a machine, which may set off further rules. */
  | {
    readonly changeStatus: AutomationStatusChange
  }
  /** Gives a field a value, which may set off further rules. */
  | {
    readonly setField: AutomationSetField
  }

/** Something for the host to do, with what it needs for that. */
export interface AutomationEffect {
  /** What the host knows it by: a team, a message, a kind of task, a webhook. */
  readonly name: string
  /** What it needs, by name. */
  readonly parameters?: { readonly [key: string]: unknown } | undefined
  /** What it needs that is a fact: the parameter and the fact's name. An answer has the facts' values in `parameters`. */
  readonly fromFacts?: { readonly [key: string]: string } | undefined
}

/** An event of a machine that is to be fired. */
export interface AutomationStatusChange {
  /** The machine. */
  readonly machine: string
  /** The event. */
  readonly event: string
  /** The state that it leads to. */
  readonly state?: string | null | undefined
  /** The fact that holds the state: later conditions see the new one. */
  readonly fact?: string | null | undefined
}

/** A field that is to have a value. */
export interface AutomationSetField {
  /** Of what. */
  readonly entity: string
  /** Which one. */
  readonly field: string
  /** The value. */
  readonly value?: unknown | undefined
  /** The fact whose value it gets, instead of a value. An answer has the fact's value in `value`. */
  readonly fromFact?: string | null | undefined
  /** The fact that the field is: later conditions see the new value, and the same value again is no change. */
  readonly fact?: string | null | undefined
}

/** What goes out to whom, and when. */
export interface ContactPlanDefinition {
  /** The zone of its clock. */
  readonly zone: Zone
  /** When nothing goes out but what is about bills and security: it waits for their end. */
  readonly quietHours?: OpeningHours | null | undefined
  /** The ways on which something goes out, such as `email`. */
  readonly channels: readonly string[]
  /** What the conditions can look at. */
  readonly facts?: { readonly [key: string]: string } | undefined
  /** What goes out. */
  readonly contacts: readonly ContactRule[]
  /** What the tenant wants, for those who did not say what they want; the first that fits counts. */
  readonly preferences?: readonly ContactPreference[] | undefined
}

/** Something that goes out: once, several times, or every year. */
export interface ContactRule {
  /** What it is known by. */
  readonly id: string
  /** What it is for. */
  readonly purpose: ContactPurpose
  /** On which way it goes out. */
  readonly channel: string
  /** The letter that is sent, where a pack says so. */
  readonly letter?: string | null | undefined
  /** The date that it is measured from, such as `sent_at`, `departure` or `birthday`. Who has none is not concerned. */
  readonly anchor: string
  /** How many days after the anchor, or before it when negative: 3, 7 and 14, or -7 and -1. */
  readonly days?: readonly number[] | undefined
  /** How many minutes after it, or before it when negative. */
  readonly minutes?: readonly number[] | undefined
  /** The time of day for those in days; that of the anchor when not given, and 09:00 when the anchor is a day. */
  readonly at?: TimeOfDay | null | undefined
  /** Whether it recurs on the day of every year after, 29 February on the 28th in common years. */
  readonly yearly?: boolean | undefined
  /** Over the facts; always when not given. */
  readonly when?: string | null | undefined
  /** The states and flags that end it: a decision, a revision, an expiry. */
  readonly stopsOn?: readonly string[] | undefined
  /** How many minutes late it may still go out, quiet hours aside. However late when not given; what is yearly one day. */
  readonly graceMinutes?: number | null | undefined
  /** Whether it goes out to those about whom nobody said otherwise. */
  readonly wanted?: boolean | undefined
}

/** What something that goes out is for. */
export type ContactPurpose =
  /** Greetings and offers: only with consent. */
  | 'marketing'
  /** What belongs to what was ordered. */
  | 'service'
  /** Bills and payments: neither switched off nor delayed. */
  | 'billing'
  /** Passwords and access: neither switched off nor delayed. */
  | 'security'

/** Whether something is wanted: all that has each of what is named, so everything when nothing is. */
export interface ContactPreference {
  /** This one. */
  readonly contact?: string | null | undefined
  /** What is for this. */
  readonly purpose?: ContactPurpose | null | undefined
  /** What goes out on this way. */
  readonly channel?: string | null | undefined
  /** Whether it is wanted. */
  readonly wanted: boolean
}

/** A back office as data: what is kept, how it lives, who may, and what it promises. */
export interface PackDefinition {
  /** What it is known by: small letters, digits and `_`. Its tables begin with it. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** What it is about, for readers. */
  readonly summary?: string | null | undefined
  /** Its version. */
  readonly version?: number | undefined
  /** Other packs whose declarations become part of this one when their files are read: `crm`, or of certain versions `crm >= 2 < 5`. */
  readonly needs?: readonly string[] | undefined
  /** Languages of its texts, the default first, such as `en` or `en-IN`. */
  readonly languages?: readonly string[] | undefined
  /** What each tenant sets for itself. */
  readonly settings?: { readonly [key: string]: FieldDefinition } | undefined
  /** Permissions beside those that every entity has: `tickets:read`, `tickets:write`, `tickets:delete`, `tickets:export`. */
  readonly permissions?: readonly string[] | undefined
  /** Roles by name. */
  readonly roles?: { readonly [key: string]: RoleRules } | undefined
  /** What is kept. */
  readonly entities?: readonly EntityDefinition[] | undefined
  /**
   * The fields that one tenant has given entities of its own, by entity and name: fields like all others, in what is checked, asked,
   * shown and exported.
   */
  readonly custom?: { readonly [key: string]: { readonly [key: string]: FieldDefinition } } | undefined
  /** The roles that one tenant has made of its own, by name: they include those of the pack, and are given like these. */
  readonly customRoles?: { readonly [key: string]: CustomRole } | undefined
  /** The machines by which records of one tenant live in the place of the pack's, by entity. */
  readonly customMachines?: { readonly [key: string]: CustomMachine } | undefined
  /** Lives, beside those that come with the engine. */
  readonly machines?: readonly MachineDefinition[] | undefined
  /** What people are asked to agree to, by name. */
  readonly purposes?: { readonly [key: string]: ConsentPurpose } | undefined
  /** Numbers that entities share: each has one counter, whichever of them takes the next one. */
  readonly numbers?: readonly NumberFormat[] | undefined
  /** How many records of an entity a tenant has at most, by its plan: each is called as the entity is. */
  readonly quotas?: readonly QuotaRule[] | undefined
  /** How often a tenant, or one of its people and keys, may ask, by its plan. */
  readonly rateLimits?: readonly RateLimitRule[] | undefined
  /** What a change may not do, or is told of. */
  readonly policies?: readonly PackPolicy[] | undefined
  /** Effects that machines and automation name and that acts and connectors carry out. */
  readonly effects?: readonly string[] | undefined
  /** Effects that somebody outside of the host carries out, who is told of them as of what happens: `subscriber:configure_router`. */
  readonly elsewhere?: readonly string[] | undefined
  /** Rules that act when something happens. */
  readonly automation?: AutomationDefinition | null | undefined
  /** What is written to people: letters, and what members read in the application. */
  readonly mail?: readonly LetterDefinition[] | undefined
  /** Where mail arrives, and what becomes of it. */
  readonly inbound?: readonly InboundDefinition[] | undefined
  /** Who outside tells what happened there, and what of it is done here. */
  readonly webhooks?: readonly WebhookDefinition[] | undefined
  /** What is done by the clock. */
  readonly schedules?: readonly Schedule[] | undefined
  /** When people are written to by themselves. */
  readonly contacts?: readonly ContactsDefinition[] | undefined
  /** Lists, boards, calendars, dashboards and reports. */
  readonly views?: readonly ViewDefinition[] | undefined
  /** What is printed of records and of lists. */
  readonly documents?: readonly DocumentDefinition[] | undefined
  /** The texts by which documents are made. */
  readonly templates?: readonly PackTemplate[] | undefined
  /** Records that make it look alive. */
  readonly demo?: readonly DemoRecord[] | undefined
  /** What it promises, and by what each promise is shown. */
  readonly rules?: readonly PackRule[] | undefined
}

/** A field of an entity: said once, and meant by every form, check, filter, mask and table. */
export interface FieldDefinition {
  /** What it takes. */
  readonly kind: FieldKind
  /** What people read; made of the name when not given. */
  readonly label?: string | null | undefined
  /** What helps to fill it in. */
  readonly help?: string | null | undefined
  /** Whether it is always there. */
  readonly required?: boolean | undefined
  /** Whether no two records of a tenant have the same value. */
  readonly unique?: boolean | undefined
  /** Whether no two records of the whole platform have the same value. */
  readonly platformWide?: boolean | undefined
  /** What it is when nothing is given. */
  readonly default?: unknown | undefined
  /** The least number or amount. */
  readonly min?: Decimal | null | undefined
  /** The greatest number or amount. */
  readonly max?: Decimal | null | undefined
  /** What a number or amount must be greater than. */
  readonly above?: Decimal | null | undefined
  /** The digits that a decimal has behind the point; 4 when not given. */
  readonly digits?: number | null | undefined
  /** The fewest characters of a text. */
  readonly minLength?: number | null | undefined
  /** The most characters of a text; 200 when not given, 20,000 of a long one. */
  readonly maxLength?: number | null | undefined
  /** A pattern that a text matches from its beginning to its end. */
  readonly pattern?: string | null | undefined
  /** The first day it may be. */
  readonly first?: Day | null | undefined
  /** The last day it may be. */
  readonly last?: Day | null | undefined
  /** The one currency of an amount; amounts of any are taken when not given. */
  readonly currency?: Currency | null | undefined
  /** What a choice is among. */
  readonly choices?: readonly string[] | undefined
  /** The entity that a link leads to, or whose records a table of rows holds. */
  readonly entity?: string | null | undefined
  /** What must be true of a record for a new link to it, such as `is_active`. */
  readonly only?: string | null | undefined
  /** What becomes of this record when the one it links to is deleted. */
  readonly deletion?: DeletionRule | null | undefined
  /** Where gathered values stand: `ticket.assignee`. */
  readonly from?: string | null | undefined
  /** The link by which those records belong to this one: what gathers, and the rows of a table, name this record by it. */
  readonly by?: string | null | undefined
  /** What must be true of a record whose value is gathered. */
  readonly while?: string | null | undefined
  /** The expression over the record's other fields whose value it is, reckoned at each write. */
  readonly computed?: string | null | undefined
  /** Whether a part of it is found by searching. */
  readonly search?: boolean | undefined
  /** Whether lists may be filtered by it. */
  readonly filter?: boolean | undefined
  /** Whether lists may be sorted by it. */
  readonly sort?: boolean | undefined
  /** Whether texts that differ in nothing but capital letters are the same value. */
  readonly folded?: boolean | undefined
  /**
   * What becomes of it when the person it is about is made nameless. What cannot hold stars or another text, such as a day, is taken
   * out, and must not be required.
   */
  readonly personal?: Anonymising | null | undefined
  /** Whether it is given out only when asked for: health, faith, papers. */
  readonly sensitive?: boolean | undefined
  /** Who writes it. */
  readonly writtenBy?: FieldWriter | undefined
  /** The permission with which a secret is shown. */
  readonly reveal?: string | null | undefined
  /** That it goes, and when. */
  readonly deprecated?: Deprecation | null | undefined
  /** The name that the field had before: its values stay. */
  readonly was?: string | null | undefined
  /** The types of files it takes, such as `application/pdf`; every type when not given. */
  readonly types?: readonly string[] | undefined
}

/** What a field takes. */
export type FieldKind =
  /** A line of text. */
  | 'text'
  /** Text of many lines. */
  | 'long_text'
  /** An e-mail address. */
  | 'email'
  /** A telephone number as E.164 writes it: `+4930123456`. */
  | 'phone'
  /** An address on the web. */
  | 'url'
  /** A part of an address: small letters, digits and hyphens. */
  | 'slug'
  /** One of several names. */
  | 'choice'
  /** True or false. */
  | 'yes_no'
  /** A whole number. */
  | 'integer'
  /** An exact number. */
  | 'decimal'
  /** An amount with its currency. */
  | 'money'
  /** An exact number of hundredths: `12.5` is an eighth. */
  | 'percent'
  /** A day. */
  | 'day'
  /** A time of day. */
  | 'time'
  /** A moment. */
  | 'instant'
  /** A length of time. */
  | 'duration'
  /** A time zone. */
  | 'zone'
  /** A country by its two letters. */
  | 'country'
  /** A currency by its three letters. */
  | 'currency'
  /** A colour such as `#1a2b3c`. */
  | 'colour'
  /** An IPv4 or IPv6 address. */
  | 'ip_address'
  /** A place on earth: latitude and longitude in degrees. */
  | 'coordinates'
  /** A file. */
  | 'file'
  /** A picture. */
  | 'picture'
  /** What is kept encrypted and shown as stars. */
  | 'secret'
  /** A record of another entity. */
  | 'link'
  /** Records of another entity. */
  | 'links'
  /** A table of its own: the records of an entity that belong to this one. */
  | 'rows'
  /** Values of other records that link to this one: shown, and used in grants. */
  | 'gathered'
  /** Text in several languages. */
  | 'translated_text'
  /** Words that people put on a record as they like, each once and in small letters. */
  | 'tags'
  /** A rate list. */
  | 'rate_list'
  /** A plan. */
  | 'plan'
  /** A machine. */
  | 'machine'
  /** Opening hours. */
  | 'opening_hours'
  /** How a record is booked: a resource, whose id is the record's. */
  | 'resource'
  /** A condition. */
  | 'condition'

/** What becomes of a record when the one it links to is deleted. */
export type DeletionRule =
  /** The other one cannot be deleted while this one is there. */
  | 'refuse'
  /**
   * It cannot be deleted while this is true of this one: `status != 'terminated'`. Afterwards the link stays, when the other one
   * is deleted softly, and is cleared otherwise; of a list of links that one alone.
   */
  | {
    readonly refuseWhile: string
  }
  /** This one is deleted with it, and with any one of a list of links. */
  | 'cascade'
  /** The link is cleared, and taken out of a list of links. */
  | 'clear'

/** Who writes a field. */
export type FieldWriter =
  /** Whoever may write the record. */
  | 'people'
  /** The entity's machine alone, by its stamps. */
  | 'machine'
  /** The engine alone: acts and connectors. */
  | 'engine'

/** That something goes: nothing new uses it, and some day it is not there any more. */
export interface Deprecation {
  /** Since when nothing new uses it. */
  readonly since: Day
  /** From when on it may be gone. */
  readonly sunset?: Day | null | undefined
  /** What takes its place: another entity, or another field of the same one. */
  readonly instead?: string | null | undefined
}

/** Something that is kept: a customer, a vehicle, a ticket. */
export interface EntityDefinition {
  /** What it is known by: small letters, digits and `_`. */
  readonly name: string
  /** Several of it; the name with an `s` when not given. */
  readonly plural?: string | null | undefined
  /** What people read; made of the name when not given. */
  readonly label?: string | null | undefined
  /** What it is about, for readers. */
  readonly summary?: string | null | undefined
  /** The name that the entity had before: its records stay. */
  readonly was?: string | null | undefined
  /** That it goes, and when. */
  readonly deprecated?: Deprecation | null | undefined
  /** Whose its records are. */
  readonly scope?: EntityScope | undefined
  /** Whether the engine owns its table and its writes; a declaration says how it is shown. */
  readonly native?: boolean | undefined
  /** The number by which people know a record. */
  readonly number?: EntityNumber | null | undefined
  /** The life of a record. */
  readonly machine?: EntityMachine | null | undefined
  /** By when something has to be done about a record. */
  readonly deadlines?: readonly EntityDeadline[] | undefined
  /** Where the ids of the people stand that a record is about: JSON pointers such as `/id` or `/customer_id`. */
  readonly people?: readonly string[] | undefined
  /** How long its records are kept, and what becomes of them then; for ever when not given. */
  readonly retention?: EntityRetention | null | undefined
  /** Deleted records stay, unseen. */
  readonly softDelete?: SoftDelete | null | undefined
  /** Two of its records can become one; none can when not given. */
  readonly merge?: EntityMerge | null | undefined
  /** The field that names the person whose record it is, in whatever tenant. */
  readonly owner?: string | null | undefined
  /** The fields that everybody may read, over all tenants. */
  readonly public?: readonly string[] | undefined
  /** Samples of something over time, by the million. */
  readonly series?: SeriesRules | null | undefined
  /** Whether each tenant may give its records fields of its own, whose names begin with `custom_`. */
  readonly custom?: boolean | undefined
  /** What must be true of a record. */
  readonly checks?: readonly EntityCheck[] | undefined
  /** The groups of a form, in their order; fields that no group names come last. */
  readonly groups?: readonly FieldGroup[] | undefined
  /** How a list is sorted when nobody says: `-created_at` when not given. */
  readonly sort?: readonly string[] | undefined
  /** Its fields by name. Those of a native are the engine's; a pack names the ones of which it has something to say. */
  readonly fields?: { readonly [key: string]: FieldDefinition } | undefined
  /** What is hidden, and with which permission it is seen. */
  readonly masks?: readonly FieldMask[] | undefined
  /** What may be done with records that name the actor. */
  readonly grants?: readonly EntityGrant[] | undefined
}

/** Whose records are. */
export type EntityScope =
  /** Each belongs to a tenant. */
  | 'tenant'
  /** They are the platform's: operators write them, and every tenant's records may link to them. */
  | 'platform'

/** How the numbers of an entity are written, and where they stand. */
export interface EntityNumber {
  /** The field that holds it. */
  readonly field: string
  /** How it is written, where the entity counts for itself: `CUST{seq:6}`, `TKT{YYYY}{MM}{seq:4}`. */
  readonly format?: string | null | undefined
  /** When that counter begins anew. */
  readonly reset?: NumberReset | undefined
  /** One of the pack's `numbers` in the place of a format: all entities that name it share one counter. */
  readonly sequence?: string | null | undefined
}

/** The machine by which records live. */
export interface EntityMachine {
  /** One of the pack's, or one that comes with the engine. */
  readonly name: string
  /** The field that holds the state. */
  readonly field: string
}

/** By when something has to be done about a record, in the hours in which time counts. */
export interface EntityDeadline {
  /** What it is known by, such as `first_reply`. */
  readonly name: string
  /** The moment from which its time runs: `createdAt`, or an instant that an event stamps. It has not begun while there is none. */
  readonly from: string
  /** How many minutes there are; where they differ, a plan says so. */
  readonly withinMinutes?: number | null | undefined
  /** How many minutes there are by a choice, such as the priority. */
  readonly plan?: DeadlinePlan | null | undefined
  /** The hours and days in which time counts; around the clock when not given. */
  readonly calendar?: BusinessCalendar | null | undefined
  /** While what time does not count, such as `status == 'waiting'`. */
  readonly pausedWhile?: string | null | undefined
  /** When it is met, such as `status in ['resolved', 'closed']`; what an event stamps says so too: `replied_at != null`. */
  readonly metWhen?: string | null | undefined
  /** The instant at which it is due; nothing while it is paused. What is met keeps it. */
  readonly due: string
  /** The whole number of seconds that are left, while time does not count. */
  readonly left?: string | null | undefined
  /** The instant at which it was met. */
  readonly met?: string | null | undefined
  /** The instant at which it was due when it was missed. */
  readonly missed?: string | null | undefined
  /** The event of the machine that happens, by the engine, when it is missed. */
  readonly event?: string | null | undefined
  /** The percentages of its time at which it warns, in order. */
  readonly warnAtPercent?: readonly number[] | undefined
  /** The whole number that says at which percentage it has warned last. */
  readonly warned?: string | null | undefined
}

/** How many minutes there are, by the value of a field. */
export interface DeadlinePlan {
  /** The choice by which they differ. */
  readonly by: string
  /** The minutes of each; one that is not named has no deadline. */
  readonly minutes: { readonly [key: string]: number }
}

/** How long records are kept, and what becomes of them then. */
export interface EntityRetention {
  /**
   * From when their time counts: a field with a day or a moment, or `createdAt`, `updated_at`, `deleted_at` or `enteredAt`. Without
   * anything in it, a record is kept.
   */
  readonly after: string
  /** What must be true of a record for its time to count, such as `status == 'closed'`. */
  readonly when?: string | null | undefined
  /** For so many months. */
  readonly keepMonths?: number | undefined
  /** And so many days. */
  readonly keepDays?: number | undefined
  /** What is done then. */
  readonly then: RetentionAction
  /**
   * What demands that they are kept so long, such as a law: until then nobody has them made nameless, and whoever asks for that is told
   * this.
   */
  readonly requiredBy?: string | null | undefined
}

/** How records are deleted softly. */
export interface SoftDelete {
  /** Unique fields whose values are free again afterwards. */
  readonly frees?: readonly string[] | undefined
}

/** How two records of an entity become one: one of them stays, and the other one goes into it and is deleted softly. */
export interface EntityMerge {
  /** What must be true of a record that goes into another one, such as `status != 'active'`; of every record when not given. */
  readonly when?: string | null | undefined
}

/** What samples are of. */
export interface SeriesRules {
  /** The link to what is sampled. */
  readonly subject: string
  /** The field with the moment. */
  readonly at: string
  /** How many days a sample is kept; for ever when not given. */
  readonly keepDays?: number | null | undefined
}

/** What must be true of a record, and what is said when it is not. */
export interface EntityCheck {
  /** What must be true. */
  readonly when: string
  /** The field at which it is said. */
  readonly path?: string | null | undefined
  /** What is said. */
  readonly message?: string | null | undefined
}

/** Fields that stand together in a form. */
export interface FieldGroup {
  /** What people read above them. */
  readonly label?: string | null | undefined
  /** The fields, in their order. */
  readonly fields: readonly string[]
}

/** What a role may do with records that name the actor. */
export interface EntityGrant {
  /** Whose grant it is. */
  readonly role: string
  /** What the relation is called, such as `visits`. */
  readonly relation: string
  /** The field that holds the actor's id, or several with it among them: a link, links, text, or what is gathered. */
  readonly field: string
  /** What may be done. */
  readonly permissions: readonly string[]
}

/**
 * A role that one tenant has made of its own, beside those of its pack. What its pack grants on some records it has from roles that it
 * includes.
 */
export interface CustomRole {
  /** What people read. */
  readonly label?: string | null | undefined
  /** Roles whose rules are this one's too: of the pack, or of the tenant's own. */
  readonly includes?: readonly string[] | undefined
  /** What it may do, on every record: `rates:write`, `bookings:*`, `*`. */
  readonly allow?: readonly string[] | undefined
  /** What it may not do, whatever else allows it. */
  readonly deny?: readonly string[] | undefined
}

/** The machines of a tenant's own by which records of an entity live in the place of the pack's. */
export interface CustomMachine {
  /** The one of new records; the pack's when there is none. It is called as that is, and its version is 1000000 or higher. */
  readonly machine?: MachineDefinition | null | undefined
  /** Those of before, by which records go on that began by them. */
  readonly former?: readonly MachineDefinition[] | undefined
  /** Whether no record begins: the one of new records fits the pack no more, and the pack's is not what the tenant wants. */
  readonly closed?: boolean | undefined
}

/** What people are asked to agree to. */
export interface ConsentPurpose {
  /** What people read above it; made of the name when not given. */
  readonly label?: string | null | undefined
  /** The version of the text: another text is another version. */
  readonly version: string
  /** What they agree to, by language. */
  readonly texts: { readonly [key: string]: string }
}

/** What must be true of every record of an entity, and what follows of a change after which it is not. */
export interface PackPolicy {
  /** What it is known by. */
  readonly id: string
  /** Whose records. */
  readonly entity: string
  /** What it is about. */
  readonly kind: PolicyKind
  /** What must be true, such as `storage_gb <= 500`. */
  readonly condition: string
  /** What follows when it is not. */
  readonly effect: PolicyEffect
  /** What is said when it is not. */
  readonly message: string
  /** The field at which it is said. */
  readonly field?: string | null | undefined
  /** The figure that is shown: a field such as `storage_gb`, or what is computed of fields. */
  readonly figure?: string | null | undefined
  /** The limit that is shown beside it, such as `500`. */
  readonly limit?: string | null | undefined
}

/** What is written to whom about a record, in the languages of the pack: a letter, and what members read in the application. */
export interface LetterDefinition {
  /** What effects name it by. */
  readonly name: string
  /** What people read who choose what they are told. */
  readonly label?: string | null | undefined
  /** The entity whose record it is about. */
  readonly entity: string
  /** In the rights of which role the record is read. */
  readonly asRole: string
  /** Who is told. */
  readonly to: readonly LetterReceiver[]
  /** The field with the language of whoever has no account, such as `locale` or `customer_id.locale`. */
  readonly locale?: string | null | undefined
  /** What it may say: fields of the record, such as `number`, and of records that it links to, such as `customer_id.name`. */
  readonly fields?: readonly string[] | undefined
  /** Fields whose files go along with the letter. */
  readonly attachments?: readonly string[] | undefined
  /** The place where mail arrives to which an answer goes, where the tenant has an address for it. */
  readonly answers?: string | null | undefined
  /** What it says, by language; in a language that is missing it is read in the first one of the pack. */
  readonly words: { readonly [key: string]: LetterWords }
}

/** Who is told. */
export type LetterReceiver =
  /** Whoever has the e-mail in this field of the record, or of one that it links to: `email`, `customer_id.email`. */
  | {
    readonly email: string
  }
  /** Whoever has the telephone number in this field of the record, or of one that it links to: they are told by SMS. */
  | {
    readonly phone: string
  }
  /** The member whose id stands in this field. */
  | {
    readonly member: string
  }
  /** Every member of this role. */
  | {
    readonly role: string
  }
  /** Whose record it is, by the `owner` of the entity. */
  | 'owner'

/** What a letter says in one language, as templates: `{{ number }}` is the record's number. */
export interface LetterWords {
  /** What it is about, on one line. */
  readonly subject: string
  /** What it says. */
  readonly text: string
  /** The same as HTML: what stands in fields is escaped there. */
  readonly html?: string | null | undefined
  /** The same in a few words, for telephones: what an SMS says, and what is pushed under the subject. */
  readonly short?: string | null | undefined
}

/** Where mail arrives: what of a mail becomes a record, and what becomes of an answer to a letter about one. */
export interface InboundDefinition {
  /** What a tenant opens it by. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** Of which entity a record is made. */
  readonly entity: string
  /** In the rights of which role. */
  readonly asRole: string
  /** The field that takes the subject. */
  readonly subject?: string | null | undefined
  /** The field that takes the text. */
  readonly text: string
  /** The field that takes the e-mail of whoever wrote, as the mail says it. */
  readonly sender?: string | null | undefined
  /** The field that takes what they call themselves. */
  readonly senderName?: string | null | undefined
  /** The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it. */
  readonly proven?: string | null | undefined
  /** The fields that take files which come along: each the first one of its types that no field before it has. */
  readonly files?: readonly string[] | undefined
  /** The link that takes whoever wrote, and what becomes of the mail of a stranger. */
  readonly contact?: InboundContact | null | undefined
  /** Other values of each such record. */
  readonly values?: { readonly [key: string]: unknown } | undefined
  /** What an answer to a letter about such a record becomes; a record like any other when not given. */
  readonly reply?: InboundReply | null | undefined
}

/** How whoever wrote is found. */
export interface InboundContact {
  /** The field that links to them. */
  readonly field: string
  /** The field of theirs with their e-mail. */
  readonly by: string
  /** What is believed of who wrote. */
  readonly believe?: InboundBelief | undefined
  /** What becomes of the mail of somebody of whom there is no record. */
  readonly unknown?: InboundStranger | undefined
}

/** What is believed of who wrote a mail. */
export type InboundBelief =
  /**
   * What a mail server has found that the tenant trusts: that the domain of the sender has sent it. Of any other mail nobody knows
   * who wrote it.
   */
  | 'proven'
  /** What the mail itself says, which anybody may write. */
  | 'said'

/** What becomes of the mail of a stranger. */
export type InboundStranger =
  /** It is refused, so that they are told by their mail server. */
  | 'refuse'
  /** It is taken and nothing is made of it. */
  | 'drop'
  /** A record is made of it that links to nobody. */
  | 'accept'

/** What an answer to a letter becomes. */
export interface InboundReply {
  /** Of which entity a record is made. */
  readonly entity: string
  /** The field that links to the record that the letter was about. */
  readonly link: string
  /** The field that takes the text. */
  readonly text: string
  /** The field that takes the e-mail of whoever wrote, as the mail says it. */
  readonly sender?: string | null | undefined
  /** The field that takes whether a trusted mail server has found that the domain of that e-mail has sent it. */
  readonly proven?: string | null | undefined
  /** The fields that take files which come along. */
  readonly files?: readonly string[] | undefined
  /** Whether only the contact of the record may answer: the mail of anybody else is one like any other. */
  readonly onlyContact?: boolean | undefined
}

/** Who outside tells what happened there: how their messages are proven, and what of them is done here. */
export interface WebhookDefinition {
  /** What a tenant opens it by. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** How a message is signed. */
  readonly scheme: WebhookScheme
  /** The header with the signature; Standard Webhooks and PayPal say themselves which one. */
  readonly header?: string | null | undefined
  /** What stands in that header before the signature, such as `sha256=`. */
  readonly prefix?: string | null | undefined
  /** How the signature is written. */
  readonly encoding?: WebhookEncoding | undefined
  /** Whether the address to which it is sent is signed before the body. */
  readonly withAddress?: boolean | undefined
  /** For how many seconds a signed message is taken, where its time is signed. */
  readonly toleranceSeconds?: number | undefined
  /** Where the id of the event stands, by which it is taken once; Standard Webhooks and PayPal say so themselves. */
  readonly id?: WebhookPart | null | undefined
  /** Where it stands what happened. */
  readonly kind?: WebhookPart | null | undefined
  /** In the rights of which role something is done. */
  readonly asRole: string
  /** What is done, in order. */
  readonly does?: readonly WebhookAction[] | undefined
}

/** How a message from outside is signed: by HMAC-SHA256 with a secret that both have, or by a certificate. */
export type WebhookScheme =
  /** Over the body. No time is signed. */
  | 'body'
  /** Over a time and the body: `t=…,v1=…`, in hexadecimal digits. */
  | 'timestamped'
  /** As Standard Webhooks has it: over id, time and body. */
  | 'standard'
  /** As PayPal has it: by their certificate, over an id, a time, the id of the webhook and the CRC-32 of the body. */
  | 'paypal'

/** How a signature is written. */
export type WebhookEncoding =
  /** In small hexadecimal digits. */
  | 'hex'
  /** In Base64. */
  | 'base64'

/** Where something of a message stands: in a header, or in the body. */
export interface WebhookPart {
  /** The header. */
  readonly header?: string | null | undefined
  /** Where in the body, as a JSON pointer. */
  readonly body?: string | null | undefined
}

/** What is done of a message: a record is found and changed, or moved on by an event of its machine; or one is made. */
export interface WebhookAction {
  /** Of what happened; of everything where nothing stands here. */
  readonly kinds?: readonly string[] | undefined
  /** Of which entity the record is. */
  readonly entity: string
  /** How it is found; without this a record is made. A message that does not name one is about none of ours. */
  readonly find?: WebhookFind | null | undefined
  /** The event that happens to it. */
  readonly event?: string | null | undefined
  /** The fields that take something of the body, each with where it stands there, as a JSON pointer. */
  readonly fields?: { readonly [key: string]: string } | undefined
  /** Other values. */
  readonly values?: { readonly [key: string]: unknown } | undefined
}

/** How the record of a message is found. */
export interface WebhookFind {
  /** By which field; `id` is one. */
  readonly field: string
  /** Where its value stands in the body, as a JSON pointer. */
  readonly at: string
}

/** What is done by the clock, to every record for which something is true. */
export interface Schedule {
  /** What it is known by. */
  readonly name: string
  /** When, as a line of cron by the tenant's clock: `15 0 * * *`. */
  readonly cron: string
  /** Whose records. */
  readonly entity: string
  /** Which of them; all when not given. `now` and `today` may be used. */
  readonly when?: string | null | undefined
  /** What happens to each, where it is no rule of automation that waits for the schedule. */
  readonly do?: ScheduleAction | null | undefined
}

/** What a schedule does with a record. */
export type ScheduleAction =
  /** An event of its machine. */
  | {
    readonly event: string
  }
  /** An effect, as a machine would name it. */
  | {
    readonly effect: string
  }
  /** A letter of the pack, by which people are told. */
  | {
    readonly notify: string
  }

/** When people are written to about records of an entity: follow-ups, reminders, greetings. */
export interface ContactsDefinition {
  /** What it is known by: small letters, digits and `_`. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** Whose records. */
  readonly entity: string
  /** In the rights of which role they are looked at. */
  readonly asRole: string
  /** The purpose to which everybody whom a record is about must have agreed for what is marketing. */
  readonly consent?: string | null | undefined
  /** When nothing goes out but what is about bills and security, by the tenant's clock: it waits for their end. */
  readonly quietHours?: OpeningHours | null | undefined
  /** What goes out: a letter of the pack, by `email`, `push` or `sms` alone, or by `notify`, as members want to be told. */
  readonly contacts: readonly ContactRule[]
}

/** What people look at: a question about one entity, and how the answer is shown. */
export interface ViewDefinition {
  /** What it is known by. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** How it is shown. */
  readonly kind: PackViewKind
  /** Of what. */
  readonly entity: string
  /** Filters, as the address of a list has them. */
  readonly filter?: { readonly [key: string]: string } | undefined
  /** How it is sorted. */
  readonly sort?: readonly string[] | undefined
  /** The columns of a list, what a card of a board shows. */
  readonly fields?: readonly string[] | undefined
  /** The field by whose values a board has lanes: a choice, a link, or the state, which it is when not given. */
  readonly group?: string | null | undefined
  /** The day or the moment at which a record begins in a calendar. */
  readonly from?: string | null | undefined
  /** The day on which it ends there, included, or the moment. */
  readonly to?: string | null | undefined
  /** The fields by whose values records are counted and summed. */
  readonly facets?: readonly string[] | undefined
  /** The fields that are summed. */
  readonly sums?: readonly string[] | undefined
  /** The plot that shows it. */
  readonly plot?: ViewPlot | null | undefined
}

/** How a view is shown. */
export type PackViewKind =
  /** Rows and columns. */
  | 'list'
  /** Cards in the columns of a choice or of the machine's states. */
  | 'board'
  /** Records by day. */
  | 'calendar'
  /** Figures and plots side by side. */
  | 'dashboard'
  /** Figures to be printed and exported. */
  | 'report'

/** A plot of a view's figures. */
export interface ViewPlot {
  /** How it is drawn. */
  readonly kind: ViewPlotKind
  /** The field along the axis. */
  readonly along: string
  /** The field that is summed; records are counted when not given. */
  readonly of?: string | null | undefined
  /** How long a stretch along days or moments is; a day when not given. */
  readonly per?: Stretch | null | undefined
}

/** How a plot is drawn. */
export type ViewPlotKind =
  /** Bars. */
  | 'bar'
  /** A line. */
  | 'line'
  /** Shares of a whole. */
  | 'share'

/** How long a stretch is. */
export type Stretch =
  /** An hour, counted from the beginning of each day: where clocks are changed a day has one more or one less. */
  | 'hour'
  /** A day. */
  | 'day'
  /** A month; the first and the last one as far as the days reach. */
  | 'month'

/** A document that is made of a record, or of the records of a list: what is given to its templates, and what it is called. */
export interface DocumentDefinition {
  /** What it is known by. Its template in a language is `templates/<language>/documents/<name>.typ`. */
  readonly name: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** Of what. */
  readonly entity: string
  /** Whether it is made of the records of a list, and not of one. */
  readonly list?: boolean | undefined
  /** What it is called in each language of the pack. `{number}` stands for that field of the record. */
  readonly title: { readonly [key: string]: string }
  /** What its file is called, with fields of the record as in the title; its name when not given. */
  readonly file?: string | null | undefined
  /** What it is printed on. */
  readonly paper?: DocumentPaper | undefined
  /** The fields that it is given, as whoever asks may see them; all when none is named. */
  readonly fields?: readonly string[] | undefined
  /** The links in whose place it is given the records that they lead to. */
  readonly expand?: readonly string[] | undefined
  /** The fields of rows whose records it is given. */
  readonly rows?: readonly string[] | undefined
  /** The fields whose sums it is given, of all records of its list. */
  readonly sums?: readonly string[] | undefined
}

/** What a document is printed on. */
export type DocumentPaper =
  /** 210 × 297 mm. */
  | 'a4'
  /** 148 × 210 mm. */
  | 'a5'
  /** 8.5 × 11 inches. */
  | 'letter'

/** A text that documents are made by, in the language of typst. */
export interface PackTemplate {
  /** Its place below `templates/`, such as `en/documents/quote.typ`. Others import it by this place, with `/` before it. */
  readonly path: string
  /** What it says. */
  readonly text: string
}

/** A record that makes a pack look alive. */
export interface DemoRecord {
  /** Of what. */
  readonly entity: string
  /** What other demo records call it by. */
  readonly key: string
  /** Its values; `@key` is the id of another demo record. */
  readonly values?: { readonly [key: string]: unknown } | undefined
  /** Events that happen to it afterwards. */
  readonly events?: readonly string[] | undefined
}

/** Something that a pack promises. */
export interface PackRule {
  /** What it is known by: `ISP-16`. */
  readonly id: string
  /** What is promised. */
  readonly sentence: string
  /** Where it is decided. */
  readonly decided: RuleDecider
  /** The tests and vectors that fail when it is broken. */
  readonly proofs?: readonly string[] | undefined
}

/** Where a rule is decided. */
export type RuleDecider =
  /** In the engine. */
  | 'core'
  /** By the server. */
  | 'server'
  /** By what speaks to the outside. */
  | 'connector'
  /** On a screen. */
  | 'web'
  /** By how it is run. */
  | 'operations'

/** What is offered: resources, and the rate lists by which they are sold. */
export interface StorefrontDefinition {
  /** The resources and what is taken of them. */
  readonly calendar: CalendarDefinition
  /** The rate lists, each with a code of its own. */
  readonly rateLists: readonly RateListDefinition[]
  /** What is sold by which list; a resource may be sold by several. */
  readonly offers: readonly StorefrontOffer[]
}

/** A resource that is sold by a rate list. */
export interface StorefrontOffer {
  /** The resource. */
  readonly resource: string
  /** The code of the rate list. */
  readonly rateList: string
}

/** Which codes are wanted. */
export interface CodesRequest {
  /** Only codes of this family, such as `rates`. */
  readonly family?: string | null | undefined
}

/** One code of the catalogue. */
export interface CodeEntry {
  /** The code. */
  readonly code: Code
  /** When it is given. */
  readonly meaning: string
  /** The figures that may come with it. */
  readonly details: readonly CodeDetail[]
}

/** The catalogue of every code that an answer can carry. */
export type Code =
  /** A defect in Ratebook itself stopped the call. */
  | 'engine.defect'
  /** The server has too much to do just now, or somebody else changes the same; trying again may succeed. */
  | 'engine.busy'
  /** Nothing is changed just now, here or in this tenant; reading goes on. */
  | 'engine.read_only'
  /** The text is not JSON. */
  | 'definition.json'
  /** The compact form of a definition does not have its checksum, or is cut off. */
  | 'definition.damaged'
  /** The definition is larger or deeper than any that is accepted. */
  | 'definition.too_large'
  /** A value is of another type than its field takes. */
  | 'definition.type'
  /** A field that is needed is not there. */
  | 'definition.missing'
  /** A field or choice that does not exist. */
  | 'definition.unknown'
  /** A value outside what its field takes. */
  | 'definition.range'
  /** Two parts of a definition contradict each other. */
  | 'definition.conflict'
  /** A range that must be covered is not. */
  | 'definition.gap'
  /** Two ranges that must not meet do. */
  | 'definition.overlap'
  /** A name that nothing in the definition has. */
  | 'definition.reference'
  /** An expression that cannot be read or does not type-check. */
  | 'definition.expression'
  /** The text is not JSON. */
  | 'request.json'
  /** The request is larger or deeper than any that is accepted. */
  | 'request.too_large'
  /** A value is of another type than its field takes. */
  | 'request.type'
  /** A field that is needed is not there. */
  | 'request.missing'
  /** A field, choice or operation that does not exist. */
  | 'request.unknown'
  /** A value outside what its field takes. */
  | 'request.range'
  /** Two parts of a request contradict each other. */
  | 'request.conflict'
  /** An expression that has no value: a division by zero, an entry that is not there, too many steps. */
  | 'expression.failed'
  /** Not a currency of ISO 4217. */
  | 'money.currency_unknown'
  /** Two currencies met; mixing is an error, not a conversion. */
  | 'money.currency_mismatch'
  /** The exact result needs more digits than an amount can hold. */
  | 'money.overflow'
  /** An amount that cannot be shared out by these weights. */
  | 'money.allocation'
  /** No exchange rate leads from one currency to the other. */
  | 'money.rate_missing'
  /** The exchange rate is older than allowed. */
  | 'money.rate_stale'
  /** A currency that the payment gateway does not take. */
  | 'money.gateway_currency'
  /** An amount finer or larger than the payment gateway takes. */
  | 'money.gateway_amount'
  /** Not a zone of the IANA database. */
  | 'time.zone_unknown'
  /** A range that ends before it begins. */
  | 'time.reversed'
  /** A day or instant outside the years 0001 to 9999. */
  | 'time.out_of_range'
  /** A recurrence rule that cannot be read, or that contradicts itself. */
  | 'time.recurrence'
  /** A recurrence without an end was asked for all its occurrences, or it matches too rarely to be searched. */
  | 'time.recurrence_endless'
  /** The list is a draft or archived. */
  | 'rates.not_published'
  /** Days outside the list's validity. */
  | 'rates.not_valid'
  /** A newer version of the list answers for these days. */
  | 'rates.superseded'
  /** The stay touches blackout days. */
  | 'rates.blackout'
  /** The stay touches closed days. */
  | 'rates.closed'
  /** No arrival on that day. */
  | 'rates.closed_to_arrival'
  /** No departure on that day. */
  | 'rates.closed_to_departure'
  /** The stay is shorter than the list allows. */
  | 'rates.min_stay'
  /** The stay is longer than the list allows. */
  | 'rates.max_stay'
  /** Booked too late or too early before arrival. */
  | 'rates.lead_time'
  /** The days are past their release and no longer sold. */
  | 'rates.released'
  /** Booked outside the days on which the list is sold. */
  | 'rates.booking_window'
  /** The party has too few or too many people for the list. */
  | 'rates.occupancy'
  /** The party is larger than the largest the list prices. */
  | 'rates.occupancy_exceeded'
  /** The list has no price for this party or time. */
  | 'rates.unpriced'
  /** An optional supplement that the list does not have. */
  | 'rates.supplement_unknown'
  /** A promotion code that the list does not have. */
  | 'rates.promo_unknown'
  /** A promotion code outside its window or used up. */
  | 'rates.promo_closed'
  /** No taxes are known for that region. */
  | 'rates.tax_region'
  /** None of the lists can answer. */
  | 'rates.no_list'
  /** Two published lists answer for the same days. */
  | 'rates.overlap'
  /** Another list of the tenant has this code. */
  | 'rates.code_taken'
  /** The list's status does not allow that. */
  | 'rates.status'
  /** Something still refers to the list. */
  | 'rates.in_use'
  /** A row of an imported file cannot be read. */
  | 'rates.import'
  /** The moment lies outside the billing period. */
  | 'rates.plan_period'
  /** A boost must be to a dearer plan. */
  | 'rates.boost_not_faster'
  /** The time meets a booking and no unit is left. */
  | 'calendar.conflict'
  /** The time meets a hold and no unit is left. */
  | 'calendar.held'
  /** The time is blocked: a repair, an event of another calendar. */
  | 'calendar.blocked'
  /** The time is free, but too close to a neighbour to keep the buffer. */
  | 'calendar.buffer'
  /** More units than the resource has. */
  | 'calendar.capacity'
  /** A night or departure has too few units left. */
  | 'calendar.sold_out'
  /** The partner's allotment has too few units left. */
  | 'calendar.allotment'
  /** A night or departure is not sold for now. */
  | 'calendar.stop_sale'
  /** There is no departure on that day. */
  | 'calendar.no_departure'
  /** The departure is no longer sold. */
  | 'calendar.departure_closed'
  /** The time does not lie within opening hours. */
  | 'calendar.closed'
  /** Bookings do not begin at that time of day. */
  | 'calendar.grid'
  /** The time is shorter than the shortest booking. */
  | 'calendar.too_short'
  /** The time is longer than the longest booking. */
  | 'calendar.too_long'
  /** The length is not a multiple of the step of lengths. */
  | 'calendar.length_step'
  /** The time has begun already, and the resource does not take what is past. */
  | 'calendar.past'
  /** Booked too shortly before it begins. */
  | 'calendar.notice'
  /** Tonight is no longer sold: the resource's cut-off has passed. */
  | 'calendar.cut_off'
  /** Booked too far ahead. */
  | 'calendar.horizon'
  /** The calendar has no such resource. */
  | 'calendar.resource_unknown'
  /** The calendar has no such booking. */
  | 'calendar.booking_unknown'
  /** Another booking has that id. */
  | 'calendar.booking_exists'
  /** The calendar has no such hold. */
  | 'calendar.hold_unknown'
  /** Another hold has that key. */
  | 'calendar.hold_exists'
  /** The hold has expired. */
  | 'calendar.hold_expired'
  /** The calendar has blocked no such time. */
  | 'calendar.block_unknown'
  /** Another blocked time has that id. */
  | 'calendar.block_exists'
  /** An occurrence of a series is not free, and all were asked for. */
  | 'calendar.series'
  /** An iCalendar text, or a part of it, that cannot be read. */
  | 'calendar.feed'
  /** An iCalendar text larger than any that is accepted. */
  | 'calendar.feed_too_large'
  /** An iCalendar zone that is not known. */
  | 'calendar.feed_zone'
  /** Nobody can take it. */
  | 'calendar.unassigned'
  /** The event is not possible in this state; the details name what is. */
  | 'flow.illegal'
  /** The condition of the event, or of the beginning, does not hold. */
  | 'flow.guard'
  /** It is not yet the time for the event; the details name the moment. */
  | 'flow.too_early'
  /** It is no longer the time for the event; the details name the moment. */
  | 'flow.too_late'
  /** More timers have run out than are settled at once; fire what is due first. */
  | 'flow.unsettled'
  /** A field that must be given with the event is not. */
  | 'flow.field_missing'
  /** Somebody else changed the instance meanwhile. */
  | 'flow.version'
  /** The machine has no such state. */
  | 'flow.state_unknown'
  /** The machine has no such event. */
  | 'flow.event_unknown'
  /** The instance belongs to another machine, or to another version of it. */
  | 'flow.other_machine'
  /** A history that the machine could not have lived. */
  | 'flow.history'
  /** Rules set each other off in a circle; the details name it. */
  | 'flow.automation_loop'
  /** Rules set off more runs of other rules than are allowed, without a circle. */
  | 'flow.automation_chain'
  /** Effects that change records follow from each other further than is done at once; the details say how far. */
  | 'flow.effect_loop'
  /** Nobody is signed in: no token came along, or one that does not hold. */
  | 'tenancy.not_signed_in'
  /** The password is right, and a code is to be shown as well; the details have the ticket for it. */
  | 'tenancy.second_factor'
  /** Who is signed in has shown that it is them too long ago for this; the details say how recent it has to be. */
  | 'tenancy.show_again'
  /** A permission that is needed is not held; the details name it. */
  | 'tenancy.permission_missing'
  /** Nobody would be an owner who can act any more. */
  | 'tenancy.last_owner'
  /** The tenant's status, or the time since it changed, does not allow that. */
  | 'tenancy.status'
  /** Something of another tenant; nothing of it was read. */
  | 'tenancy.wrong_tenant'
  /** More calls than a limit lets through; the details say when to try again. */
  | 'tenancy.rate_limited'
  /** Locked after too many failures; the details say until when. */
  | 'tenancy.locked'
  /** A rule blocks the address. */
  | 'tenancy.address_blocked'
  /** More than is left of a quota; the details name the limit and the current count. */
  | 'tenancy.quota'
  /** Nothing is held under the key of a reservation. */
  | 'tenancy.reservation'
  /** An API key that is not whole, or mistyped: its checksum differs. */
  | 'tenancy.key_typo'
  /** No API key of the tenant is like this one. */
  | 'tenancy.key_unknown'
  /** The API key has expired. */
  | 'tenancy.key_expired'
  /** The API key was revoked. */
  | 'tenancy.key_revoked'
  /** The API key may not be used from that address. */
  | 'tenancy.key_address'
  /** Audit records that were changed, removed or reordered. */
  | 'tenancy.audit_broken'
  /** Another one has this value, and no two may. */
  | 'tenancy.field_taken'
  /** A record has another shape than was declared, so that something personal may not be found in it; nothing was erased. */
  | 'tenancy.not_erased'
  /** The values of custom fields do not go together. */
  | 'tenancy.field_check'
  /** A record does not meet a condition of its entity. */
  | 'records.check'
  /** A field that the actor may not write: the machine, the engine or nobody does. */
  | 'records.not_writable'
  /** A secret that is shown to nobody, since its field does not say to whom. */
  | 'records.not_revealed'
  /** A link to a record that is not there, or that may not be linked to. */
  | 'records.link'
  /** Another record has this value, and no two may. */
  | 'records.taken'
  /** The record cannot be deleted while others link to it; the details say how many. */
  | 'records.in_use'
  /** Somebody else changed the record meanwhile. */
  | 'records.version'
  /** There is no such record, or the actor may not know of it. */
  | 'records.not_found'
  /** A row of an imported sheet cannot be kept; the details say which. */
  | 'records.row'
  /** A message from outside is not proven by a secret that counts, or too old. */
  | 'records.signature'
  /** A virus was found in a file; nothing of it was kept. */
  | 'records.infected'
  /** A document cannot be made of the record; the details say where its template is at fault. */
  | 'records.document'

/** A figure by its name. */
export interface CodeDetail {
  /** The name under which it stands among the details. */
  readonly name: string
  /** What it is. */
  readonly kind: DetailKind
}

/** What a figure is, by which an app reads it. */
export type DetailKind =
  /** A whole number. */
  | 'count'
  /** An exact number as text: an amount, a ratio. */
  | 'decimal'
  /** A day. */
  | 'day'
  /** Days, each for itself or as a range. */
  | 'days'
  /** A first and a last day. */
  | 'day_range'
  /** A moment. */
  | 'instant'
  /** A beginning and an end. */
  | 'span'
  /** A number of minutes. */
  | 'minutes'
  /** A number of seconds. */
  | 'seconds'
  /** A text: a name, a word, a place in a definition. */
  | 'text'
  /** Several texts. */
  | 'texts'
  /** Anything else. */
  | 'other'

/** What to tell a guest, and how. */
export interface MessageRequest {
  /** The reasons of an error: its codes and details. */
  readonly reasons: readonly ToldReason[]
  /** The guest's language: the part of a language tag before its hyphen. */
  readonly language: Language
  /** Where the guest's clock stands; UTC when it is not given. */
  readonly zone?: Zone | null | undefined
  /** In which currency amounts are that come without one. */
  readonly currency?: Currency | null | undefined
}

/** A reason that is to be told, as an error has it. One of a newer engine, whose code is not known here, is told as its family is. */
export interface ToldReason {
  /** Its code, such as `rates.min_stay`. */
  readonly code: string
  /** The figures involved, `noticeMinutes` or as JavaScript spells it, `noticeMinutes`. */
  readonly details?: { readonly [key: string]: unknown } | undefined
  /** What it says to whoever builds the app: a reason is taken as it is, and this is not looked at. */
  readonly message?: string | null | undefined
  /** Where it is, which is not looked at either. */
  readonly path?: string | null | undefined
}

/** A language in which guests are told what is wrong. */
export type Language =
  /** English. */
  | 'en'
  /** Spanish. */
  | 'es'
  /** French. */
  | 'fr'
  /** German. */
  | 'de'
  /** Hindi. */
  | 'hi'

/** What a guest is told. */
export interface GuestMessage {
  /** All sentences, one behind the other. */
  readonly text: string
  /** A sentence or two for each reason, each told once. */
  readonly sentences: readonly string[]
}

/** An expression and the facts it is about. */
export interface EvaluateRequest {
  /** Such as `nights >= 7`. */
  readonly expression: string
  /**
   * The type of each name: `bool`, `int`, `decimal`, `text`, `day`, `instant`, `duration`, a list of them such as
   * `[text]`, a map such as `{int}`; `text?` may be missing. `customer.name` is a field of a record.
   */
  readonly types?: { readonly [key: string]: string } | undefined
  /**
   * The value of each name that the expression looks at; decimals, days, instants and durations as text, a record as an
   * object.
   */
  readonly facts?: { readonly [key: string]: unknown } | undefined
}

/** What an expression came to. */
export interface Evaluated {
  /** The type of the value. */
  readonly type: string
  /** The value; decimals, days, instants and durations as text. */
  readonly value?: unknown | undefined
}

/** An expression and the names that it may use. */
export interface ExpressionCheckRequest {
  /** Such as `nights >= 7`. */
  readonly expression: string
  /** The type of each name, as for `expression.evaluate`. */
  readonly types?: { readonly [key: string]: string } | undefined
}

/** An expression that can be used. */
export interface ExpressionChecked {
  /** The type of its value. */
  readonly type: string
  /** The names that it looks at, each once. */
  readonly names: readonly string[]
  /** The same expression as it is written canonically. */
  readonly canonical: string
}

/** An amount to round. */
export interface RoundRequest {
  /** The amount. */
  readonly money: Money
  /** Where a half goes. */
  readonly mode?: RoundingMode | undefined
  /** To what is rounded. */
  readonly step?: RoundingStep | undefined
}

/** The step to which an amount is rounded or in which it is shared out. */
export type RoundingStep =
  /** The minor unit of ISO 4217, such as a cent. */
  | 'minor_unit'
  /** What can be paid in coins: CHF 0.05, SEK 1; the minor unit where every coin of it exists. */
  | 'cash'
  /** This much. */
  | {
    readonly of: Decimal
  }

/** An amount to share out. */
export interface AllocateRequest {
  /** What is shared out. */
  readonly total: Money
  /** Among how many, or by which weights. */
  readonly among: Shares
  /** Who gets what is left over. */
  readonly method?: AllocationMethod | undefined
  /** Every share is a whole number of these. */
  readonly step?: RoundingStep | undefined
}

/** Among how many, or by which weights. */
export type Shares =
  /** So many equal parts. */
  | {
    readonly parts: number
  }
  /** In proportion to these, none below zero. */
  | {
    readonly weights: readonly Decimal[]
  }

/** Who gets what is left over when the shares are not whole steps. */
export type AllocationMethod =
  /** One step each to the shares that lost most by cutting, the earlier one first among equals. */
  | 'largest_remainder'
  /** All of it to the first share that has a weight. */
  | 'first'
  /** One step each to the shares that have a weight, in their order. */
  | 'one_each'

/** Amounts to add up. */
export interface SumRequest {
  /** The amounts, all of one currency. */
  readonly amounts: readonly Money[]
  /** The currency of the sum; that of the first amount when not given. */
  readonly currency?: Currency | null | undefined
}

/** An amount to convert. */
export interface ConvertRequest {
  /** The amount. */
  readonly money: Money
  /** Into which currency. */
  readonly currency: Currency
  /** The rates that are known. */
  readonly rates: ExchangeRates
  /** The moment at which the age of a rate is judged; later rates are not looked at. */
  readonly asOf: Instant
  /** How old a rate may be. */
  readonly maxAgeSeconds?: number | undefined
  /** Whether a rate that is too old is used and marked stale, rather than refused. */
  readonly allowStale?: boolean | undefined
  /** Where a half goes. */
  readonly mode?: RoundingMode | undefined
  /** To what the answer is rounded, in the target currency. */
  readonly step?: RoundingStep | undefined
}

/** A table of exchange rates. */
export interface ExchangeRates {
  /** The currency through which two others are crossed; without it nothing is crossed. */
  readonly base?: Currency | null | undefined
  /**
   * The rates. Of several for one pair the newest counts that is not after the moment asked for, of two as new the
   * one that stands first. One in a currency that ISO 4217 does not know is not used; the others are.
   */
  readonly rates: readonly ExchangeRate[]
}

/** What one unit of `base` was worth in `quote`, by whom and when. */
export interface ExchangeRate {
  /** The currency of which there is one unit; it may have ended. */
  readonly base: string
  /** The currency in which its worth is told; it may have ended. */
  readonly quote: string
  /** The worth, above zero. */
  readonly rate: Decimal
  /** When the rate held. */
  readonly asOf: Instant
  /** Who said so, such as `ECB`. */
  readonly source: string
}

/** A converted amount and everything it rests on. */
export interface Conversion {
  /** The amount in the target currency, rounded. */
  readonly money: Money
  /** The amount that was converted. */
  readonly original: Money
  /**
   * What one unit of the original currency is worth in the target, to 18 digits. The amount itself was converted by
   * the exact fraction that `legs` give.
   */
  readonly rate: Decimal
  /** How the rate was found. */
  readonly path: RatePath
  /** When the rate held: the time of the oldest leg. */
  readonly rateAsOf?: Instant | null | undefined
  /** Whether a leg is older than allowed. */
  readonly stale: boolean
  /** The rates used, in order: one, two when crossed, none between the same currency. */
  readonly legs: readonly ExchangeRate[]
}

/** How a rate was found. */
export type RatePath =
  /** Both currencies are the same. */
  | 'same'
  /** As the table has it. */
  | 'direct'
  /** By the rate of the opposite direction. */
  | 'inverse'
  /** Through the base of the table. */
  | 'cross'

/** A table of exchange rates to look over. */
export interface CheckRatesRequest {
  /** The table. */
  readonly rates: ExchangeRates
}

/** What a table of exchange rates is worth. */
export interface RatesChecked {
  /** How many of its rates can be used. */
  readonly usable: number
  /** Every fault, with the place of its row. */
  readonly faults: readonly Reason[]
}

/** One reason: a code that never changes, a sentence, the place as a JSON pointer, and the figures involved. */
export interface Reason {
  /** Dotted and stable, such as `rates.blackout`; the catalogue is `Code`. */
  readonly code: Code
  /** A sentence a person can act on. */
  readonly message: string
  /** Where: a JSON pointer into the definition or request, empty for the whole. */
  readonly path: string
  /** The figures involved. */
  readonly details?: Details | undefined
}

/** The currency whose facts are asked for. */
export interface CurrencyRequest {
  /** The currency. */
  readonly currency: Currency
}

/** What is known of a currency. */
export interface CurrencyFacts {
  /** The three letters. */
  readonly currency: Currency
  /** The three digits, such as `978`. */
  readonly numeric: string
  /** The English name. */
  readonly name: string
  /** Digits behind the point in accounts; not there for gold, drawing rights and their like. */
  readonly minorUnit?: number | null | undefined
  /** Digits that people are shown. */
  readonly displayDigits: number
  /** The smallest sum payable in coins, where that is more than a minor unit. */
  readonly cashStep?: Decimal | null | undefined
}

/** A request for every currency. */
export type CurrenciesRequest = { readonly [key: string]: never }

/** An amount for a gateway. */
export interface ToGatewayRequest {
  /** The amount. */
  readonly money: Money
  /** For whom. */
  readonly gateway: Gateway
  /** What the money does. */
  readonly purpose?: GatewayUse | undefined
  /** How an amount finer than the gateway takes is rounded; without it such an amount is refused. */
  readonly mode?: RoundingMode | null | undefined
}

/** A payment gateway, each with its own table of units. */
export type Gateway =
  /** Whole numbers of the smallest unit, with tables of exceptions. */
  | 'stripe'
  /** Decimal text; its own list of currencies, three of them without decimals. */
  | 'paypal'
  /** Whole numbers of the smallest unit; the third decimal is always 0. */
  | 'razorpay'
  /** Whole numbers of the smallest unit. */
  | 'square'

/** What the money does. */
export type GatewayUse =
  /** A customer pays, or is paid back. */
  | 'charge'
  /** The gateway pays out to a bank account. */
  | 'payout'

/** An amount as a gateway counts it. */
export interface GatewayAmount {
  /** Whose. */
  readonly gateway: Gateway
  /** The currency. */
  readonly currency: Currency
  /** The whole number of the gateway's units. */
  readonly units: number
  /** The same amount with as many digits as the gateway has, for gateways that take decimal text. */
  readonly amount: Decimal
}

/** Units that a gateway reported. */
export interface FromGatewayRequest {
  /** Whose. */
  readonly gateway: Gateway
  /** The currency. */
  readonly currency: Currency
  /** The whole number of the gateway's units. */
  readonly units: number
}

/** An amount to write. */
export interface FormatRequest {
  /** The amount. */
  readonly money: Money
  /** As whom to write it. */
  readonly locale: Locale
  /** How many digits at least. */
  readonly digits?: WrittenDigits | undefined
  /** How the currency is written. */
  readonly mark?: CurrencyMark | undefined
}

/** How many digits are written. */
export type WrittenDigits =
  /** Those of the minor unit; what is finer is rounded to it, a half away from zero. */
  | 'minor_unit'
  /** Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them. */
  | 'display'
  /** At least those of the minor unit, and every further one that is not zero: for unit prices such as 0.0725 a kWh. */
  | 'exact'

/** How the currency is written. */
export type CurrencyMark =
  /** By the locale's symbol, such as $; by the code where it has none. */
  | 'symbol'
  /** By the three letters. */
  | 'code'

/** An amount as people wrote it. */
export interface ParseRequest {
  /** The text, with or without its currency. */
  readonly text: string
  /** As whom it was written. */
  readonly locale: Locale
  /** In which currency. */
  readonly currency: Currency
}

/** A day. */
export interface DayRequest {
  /** The day. */
  readonly day: Day
}

/** What is known of a day. */
export interface DayFacts {
  /** The day of the week. */
  readonly weekday: Weekday
  /** The year of the ISO week. */
  readonly isoYear: number
  /** The ISO week. */
  readonly isoWeek: number
  /** The day of the year, 1 January being 1. */
  readonly dayOfYear: number
  /** Whether the year has a 29 February. */
  readonly leapYear: boolean
  /** How many days its month has. */
  readonly daysInMonth: number
}

/** A day and a number of months. */
export interface AddMonthsRequest {
  /** The day. */
  readonly day: Day
  /** So many months later, or earlier when negative. */
  readonly months: number
}

/** A birth date and a day. */
export interface AgeRequest {
  /** The birth date. */
  readonly bornOn: Day
  /** The day on which the age is wanted. */
  readonly on: Day
}

/** A wall time. */
export interface ToInstantRequest {
  /** The zone. */
  readonly zone: Zone
  /** The day. */
  readonly day: Day
  /** The time on the wall clock. */
  readonly time: TimeOfDay
}

/** What a wall time stands for. */
export interface WallTime {
  /** Whether clocks show it once, never or twice. */
  readonly kind: WallKind
  /** The moment; later by the gap for a time that clocks skip, the first for one that they show twice. */
  readonly instant: Instant
  /** The second moment of a time that clocks show twice. */
  readonly second?: Instant | null | undefined
}

/** Whether clocks show a time once, never or twice. */
export type WallKind =
  /** Once. */
  | 'once'
  /** Never: clocks went forward over it. */
  | 'never'
  /** Twice: clocks went back over it. */
  | 'twice'

/** A moment and a zone. */
export interface ToLocalRequest {
  /** The zone. */
  readonly zone: Zone
  /** The moment. */
  readonly instant: Instant
}

/** What clocks show: a day and a time, without a zone. */
export interface LocalTime {
  /** The day. */
  readonly day: Day
  /** The time on the wall clock. */
  readonly time: TimeOfDay
}

/** Days in a zone. */
export interface DayLengthRequest {
  /** The zone. */
  readonly zone: Zone
  /** The day. */
  readonly day: Day
}

/** Asks which zone database is inside. */
export type ZoneDatabaseRequest = { readonly [key: string]: never }

/** The zone database inside. */
export interface ZoneDatabase {
  /** The release of the IANA database that its rules are of, such as `2026f`. */
  readonly release: string
}

/** A stretch of time in a zone. */
export interface ClockChangesRequest {
  /** The zone. */
  readonly zone: Zone
  /** The stretch. */
  readonly span: Span
}

/** Opening hours and days. */
export interface OpenSpansRequest {
  /** The zone. */
  readonly zone: Zone
  /** When it is open. */
  readonly hours: OpeningHours
  /** The days. */
  readonly days: DayRange
}

/** Opening hours and a moment. */
export interface IsOpenRequest {
  /** The zone. */
  readonly zone: Zone
  /** When it is open. */
  readonly hours: OpeningHours
  /** The moment. */
  readonly instant: Instant
}

/** Opening hours and a stretch of time. */
export interface OpenTimeRequest {
  /** The zone. */
  readonly zone: Zone
  /** When it is open. */
  readonly hours: OpeningHours
  /** The stretch. */
  readonly span: Span
}

/** A calendar, a day and a number of business days. */
export interface AddBusinessDaysRequest {
  /** The calendar. */
  readonly calendar: BusinessCalendar
  /** The day. */
  readonly day: Day
  /** So many business days later, or earlier when negative. */
  readonly days: number
}

/** A calendar and days. */
export interface BusinessDaysRequest {
  /** The calendar. */
  readonly calendar: BusinessCalendar
  /** The days, both ends included. */
  readonly days: DayRange
}

/** A calendar, a moment and a length of business time. */
export interface AddBusinessTimeRequest {
  /** The calendar. */
  readonly calendar: BusinessCalendar
  /** The moment. */
  readonly start: Instant
  /** So many seconds of business time. */
  readonly seconds: number
}

/** A calendar and a stretch of time. */
export interface BusinessTimeRequest {
  /** The calendar. */
  readonly calendar: BusinessCalendar
  /** The stretch. */
  readonly span: Span
}

/** An interval, its anchor and how many periods are wanted. */
export interface PeriodsRequest {
  /** How often. */
  readonly interval: Interval
  /** The first day of period 0. */
  readonly anchor: Day
  /** The number of the first period that is wanted. */
  readonly first: number
  /** How many periods. */
  readonly count: number
}

/** An interval, its anchor and a day. */
export interface PeriodOfRequest {
  /** How often. */
  readonly interval: Interval
  /** The first day of period 0. */
  readonly anchor: Day
  /** The day whose period is wanted. */
  readonly day: Day
}

/** A billing period. */
export interface NumberedPeriod {
  /** Its number, 0 being the one that begins on the anchor. */
  readonly number: number
  /** Its days. */
  readonly days: DayRange
}

/** A recurrence, and which of its occurrences are asked for. */
export interface OccurrencesRequest {
  /** The zone whose clocks it goes by. */
  readonly zone: Zone
  /** When it recurs. */
  readonly recurrence: Recurrence
  /** The stretch that is asked for; all when not given. */
  readonly within?: Span | null | undefined
  /** How many occurrences are answered at most. */
  readonly limit?: number | null | undefined
}

/** When something recurs. Without a rule it occurs at its start and at the times added. */
export interface Recurrence {
  /** When it first may occur; what the rule leaves open, such as the time of day, is taken from here. */
  readonly start: LocalTime
  /** The rule as RFC 5545 writes it, such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`. */
  readonly rule?: string | null | undefined
  /** Times at which it does not occur. */
  readonly excluded?: readonly LocalTime[] | undefined
  /** Days on which it does not occur. */
  readonly excludedDays?: readonly Day[] | undefined
  /** Times at which it occurs besides. */
  readonly added?: readonly LocalTime[] | undefined
}

/** One occurrence: a moment, and what clocks show then. */
export interface Occurrence {
  /** The moment. */
  readonly instant: Instant
  /** The day that clocks show. */
  readonly day: Day
  /** The time that clocks show; later by the gap where clocks skip the one meant. */
  readonly time: TimeOfDay
}

/** A line of cron, and where it is looked at from. */
export interface CronRequest {
  /** Minute, hour, day of the month, month and day of the week: `15 0 * * *` is a quarter past midnight. */
  readonly cron: string
  /** By whose clocks. */
  readonly zone: Zone
  /** Moments after this one. */
  readonly after: Instant
  /** How many; one when not given. */
  readonly count?: number | undefined
}

/** The machines that come with the engine are asked for. */
export interface MachinesRequest {
  /** Only the one of that name; all when not given. */
  readonly name?: string | null | undefined
}

/** What would a name be in an address? */
export interface SlugRequest {
  /** The name, such as `Café Zürich`. */
  readonly name: string
  /** Slugs that others have, or had: an old one leads to the new one. */
  readonly taken?: readonly string[] | undefined
}

/** Among whom, and by which rule? */
export interface ChooseRequest {
  /** Everybody, in the order of turns. */
  readonly candidates: readonly Candidate[]
  /** By which rule. */
  readonly strategy: AssignmentStrategy
  /** What is needed. */
  readonly skills?: readonly string[] | undefined
  /** Where it is. */
  readonly area?: string | null | undefined
  /** Who had this customer before: they get it when they can take it, whatever the rule. */
  readonly staysWith?: string | null | undefined
  /** The present moment; needed where a candidate has hours. */
  readonly now?: Instant | null | undefined
}

/** Somebody who may take it. */
export interface Candidate {
  /** Who. */
  readonly id: string
  /** What they can do. */
  readonly skills?: readonly string[] | undefined
  /** Where they work; everywhere when empty. */
  readonly areas?: readonly string[] | undefined
  /** Whether they are offline, absent or not free. */
  readonly absent?: boolean | undefined
  /** How much they have to do: minutes, tickets, leads. */
  readonly load?: number | undefined
  /** How much they can do; load is measured by it. */
  readonly capacity?: number | undefined
  /** With that load or more they get nothing. */
  readonly limit?: number | null | undefined
  /** When they work; always when not given. */
  readonly hours?: OpeningHours | null | undefined
  /** Whose clock their hours go by; needed where there are hours. */
  readonly zone?: Zone | null | undefined
  /** When they got something last. */
  readonly lastAssignedAt?: Instant | null | undefined
  /** Among equals the higher one is chosen. */
  readonly priority?: number | undefined
}

/** The rule by which somebody is chosen. */
export type AssignmentStrategy =
  /** In turns: the next one after that one who can take it, by the order of the candidates; the first when it begins. */
  | {
    readonly roundRobin: RoundRobinTurn
  }
  /** The lowest load for their capacity; of equals who has waited longest. */
  | 'least_loaded'
  /**
   * Of those with every skill, the one with the fewest others, so that rare skills stay free; when nobody has every skill,
   * the least loaded.
   */
  | 'best_skill'
  /** That one or nobody. */
  | {
    readonly named: string
  }

/** Whose turn it was. */
export interface RoundRobinTurn {
  /** Who got the last one; nobody yet when not given. */
  readonly after?: string | null | undefined
  /**
   * Who got the ones before, the latest first: where the last one has left, turns go on after the first of these who has not.
   * When all of them have left, they go on after the one of the candidates who got something last.
   */
  readonly earlier?: readonly string[] | undefined
}

/** Who takes it. */
export interface AssignmentChoice {
  /** Who; nobody when it has to wait. */
  readonly id?: string | null | undefined
  /** Everybody who could take it, the chosen one first. */
  readonly ranking: readonly string[]
  /** Everybody who could not, and why. */
  readonly leftOut: readonly LeftOut[]
  /** Whether nobody had every skill, and it went by load. */
  readonly byLoadInstead: boolean
  /** Whether it stays with who had this customer before. */
  readonly stayed: boolean
  /** Whose turn it was, for the next time; nothing when it does not go in turns. What stays with somebody is nobody's turn. */
  readonly turn?: RoundRobinTurn | null | undefined
}

/** Somebody who could not take it. */
export interface LeftOut {
  /** Who. */
  readonly id: string
  /** Why. */
  readonly why: LeftOutWhy
  /** The skills that they lack. */
  readonly lacks: readonly string[]
}

/** Why somebody could not take it. */
export type LeftOutWhy =
  /** Offline, absent or not free. */
  | 'absent'
  /** Outside of their hours. */
  | 'outside_hours'
  /** With as much to do as they may have. */
  | 'at_limit'
  /** Without a skill that is needed. */
  | 'skill'
  /** They work elsewhere. */
  | 'area'
  /** Somebody else was named. */
  | 'not_named'

/** Somebody did something, and it is to be recorded. */
export interface AuditAppendRequest {
  /** Whose record it is. */
  readonly tenant: string
  /** The last record so far; nothing before the first. */
  readonly previous?: AuditLink | null | undefined
  /** When. */
  readonly at: Instant
  /** Who. */
  readonly actor: string
  /** What, such as `booking.cancel`. */
  readonly action: string
  /** To what kind of thing. */
  readonly entity: string
  /** To which one. */
  readonly entityId: string
  /** The address it came over. */
  readonly ip?: string | null | undefined
  /** The request it was part of. */
  readonly requestId?: string | null | undefined
  /** Why. */
  readonly reason?: string | null | undefined
  /** The thing as it was; nothing when it is new. */
  readonly before?: unknown | undefined
  /** The thing as it is; nothing when it is gone. */
  readonly after?: unknown | undefined
  /** Which of its values are not to be read in the record. */
  readonly masks?: readonly AuditMask[] | undefined
}

/** A record by its place in the chain: what the next one hangs on. */
export interface AuditLink {
  /** Which record. */
  readonly sequence: number
  /** Its hash. */
  readonly hash: string
}

/** A value that is recorded as a commitment: who knows it and the salt can prove it, and nobody else can read it. */
export interface AuditMask {
  /**
   * Where: a JSON pointer, in which `*` is any entry or member. Where the thing has another shape, all that stands there is
   * masked.
   */
  readonly path: string
  /** At least 16 random bytes in hexadecimal, kept apart from the record; another one for each record. */
  readonly salt: string
  /** What is shown in place of the value; `***` when not given. */
  readonly shown?: string | null | undefined
}

/** What somebody did, with the hash of the record before. */
export interface AuditRecord {
  /** Whose record it is. */
  readonly tenant: string
  /** Counted from 1, without a gap. */
  readonly sequence: number
  /** When. */
  readonly at: Instant
  /** Who. */
  readonly actor: string
  /** What, such as `booking.cancel`. */
  readonly action: string
  /** To what kind of thing. */
  readonly entity: string
  /** To which one. */
  readonly entityId: string
  /** The address it came over. */
  readonly ip?: string | null | undefined
  /** The request it was part of. */
  readonly requestId?: string | null | undefined
  /** Why. */
  readonly reason?: string | null | undefined
  /** What is another than before, by path. */
  readonly changes?: readonly AuditChange[] | undefined
  /** The hash of the record before; 64 zeros for the first. */
  readonly previous: string
  /** The SHA-256 of the canonical JSON of all the rest. */
  readonly hash: string
}

/** One value that is another than before. */
export interface AuditChange {
  /** Where: a JSON pointer. */
  readonly path: string
  /** What it was; nothing when it was not there. Masked text when the commitment stands beside it. */
  readonly before?: unknown | undefined
  /** What it is; nothing when it is no longer there. Masked text when the commitment stands beside it. */
  readonly after?: unknown | undefined
  /** The hash of the salt and what it was; the record's hash is over this, not over the masked text. */
  readonly beforeCommitment?: string | null | undefined
  /** The hash of the salt and what it is. */
  readonly afterCommitment?: string | null | undefined
}

/** Is the account of what was done whole and unchanged? */
export interface AuditVerifyRequest {
  /** Whose records they are to be. */
  readonly tenant: string
  /** The records, in order. */
  readonly records: readonly AuditRecord[]
  /** The record before the first of these; without it any record may be the first. */
  readonly after?: AuditLink | null | undefined
  /** What was kept elsewhere of whole days. */
  readonly anchors?: readonly AuditAnchor[] | undefined
  /** Masked values that somebody knows. */
  readonly revealed?: readonly AuditReveal[] | undefined
}

/** One hash for all records of a day, to be kept where whoever changes the records cannot reach it. */
export interface AuditAnchor {
  /** Whose records they are. */
  readonly tenant: string
  /** Of which day. */
  readonly day: Day
  /** The number of the day's first record. */
  readonly first: number
  /** The number of the day's last record. */
  readonly last: number
  /** The SHA-256 of the canonical JSON of `{"day": …, "first": …, "hashes": […], "last": …, "tenant": …}`. */
  readonly hash: string
}

/** A masked value with its salt: is it what was recorded? */
export interface AuditReveal {
  /** In which record. */
  readonly sequence: number
  /** Where: the path of the change. */
  readonly path: string
  /** The salt it was recorded with. */
  readonly salt: string
  /** What it was; not looked at when not given. */
  readonly before?: unknown | undefined
  /** What it became; not looked at when not given. */
  readonly after?: unknown | undefined
}

/** Whether the records are what was appended. */
export interface AuditReport {
  /** Whether nothing is broken. */
  readonly intact: boolean
  /** Everything that is, in order. */
  readonly breaks: readonly AuditBreak[]
  /** The last record when nothing is broken: what the next ones come `after`. */
  readonly last?: AuditLink | null | undefined
}

/** Where the chain is broken, and how. */
export interface AuditBreak {
  /** At which of the records, counted from 0. */
  readonly index: number
  /** How. */
  readonly kind: AuditBreakKind
  /** The number of the record that is there, is missing, or belongs there. */
  readonly sequence: number
  /** How many records are concerned. */
  readonly count: number
}

/** How a chain of records is broken. */
export type AuditBreakKind =
  /** The record is not what its hash is of. */
  | 'changed'
  /** Records before this one are not there. */
  | 'missing'
  /** Another record belongs here. */
  | 'out_of_order'
  /** The record is there already. */
  | 'duplicated'
  /** The record is another tenant's. */
  | 'wrong_tenant'
  /** The record's own hash is right, but it does not hang on the one before, or is not what the anchor is of: its hash was made anew. */
  | 'rewritten'
  /** Records that an anchor is of are cut off. */
  | 'truncated'
  /** A revealed value or its salt is not what was recorded. */
  | 'unproven'

/** One day's records are to be anchored. */
export interface AuditAnchorRequest {
  /** Whose records they are to be. */
  readonly tenant: string
  /** The day. */
  readonly day: Day
  /** Where the day is counted; in universal time when not given. */
  readonly zone?: Zone | null | undefined
  /** All records of that day, in order. */
  readonly records: readonly AuditRecord[]
}

/** An attempt failed: when is the next one? */
export interface RetryRequest {
  /** The rule. */
  readonly policy: RetryPolicy
  /** Which attempt failed; the first one is 1. */
  readonly attempt: number
  /** When it failed. */
  readonly failedAt: Instant
  /** When the first one failed, for delays that count from there. */
  readonly firstFailedAt?: Instant | null | undefined
  /** Whether trying again is useless: the address does not exist, the card was cancelled. */
  readonly permanent?: boolean | undefined
  /** A random number from 0 to 1 for the jitter: 0 is the shortest delay, 0.5 the stated one, 1 the longest. */
  readonly random?: Decimal | null | undefined
}

/** When something that failed is tried again: a mail, a delivery, a charge. */
export interface RetryPolicy {
  /** How long to wait before the second attempt, the third and so on. */
  readonly delaysSeconds: readonly number[]
  /** When there are more attempts than delays: each further delay is the one before it times this. */
  readonly factor?: number | undefined
  /** How many attempts in all, the first one included; one more than there are delays when not given. */
  readonly attempts?: number | null | undefined
  /** The longest delay. */
  readonly mostSeconds?: number | undefined
  /** By how much a delay is shorter or longer at most, so that not everything is tried at once. */
  readonly jitterPercent?: number | undefined
  /** Whether delays count from the first failure, not from the last one: 1, 3, 5 and 7 days after it. */
  readonly fromFirstFailure?: boolean | undefined
}

/** The next attempt, or why there is none. */
export interface NextAttempt {
  /** Which attempt is next. */
  readonly attempt?: number | null | undefined
  /** When. */
  readonly at?: Instant | null | undefined
  /** Why there is none. */
  readonly over?: RetryOver | null | undefined
}

/** Why something is not tried again. */
export type RetryOver =
  /** It would fail again. */
  | 'permanent'
  /** That was the last attempt. */
  | 'exhausted'

/** New samples: does the alert open or clear? */
export interface AlertRequest {
  /** The rule. */
  readonly rule: AlertRule
  /** What the last answer gave; nothing the first time. */
  readonly state?: AlertState | undefined
  /** The samples, in order of time. Those not later than the last one that was looked at are left out. */
  readonly samples?: readonly AlertSample[] | undefined
  /** The present moment. */
  readonly now: Instant
}

/** When a figure is worth an alert. */
export interface AlertRule {
  /** How the value compares with the threshold when all is not well. */
  readonly comparison: AlertComparison
  /** The threshold. */
  readonly threshold: Decimal
  /** For how many minutes it must be so. */
  readonly minutes?: number | undefined
  /** How grave it is, as the host calls it. */
  readonly severity?: string | null | undefined
}

/** How a value compares with a threshold. */
export type AlertComparison =
  /** It is more. */
  | 'above'
  /** It is as much or more. */
  | 'at_least'
  /** It is less. */
  | 'below'
  /** It is as much or less. */
  | 'at_most'

/** What an alert rule remembers between two questions. */
export interface AlertState {
  /** The last sample that was looked at. */
  readonly last?: AlertSample | null | undefined
  /** Since when the value is beyond the threshold. */
  readonly beyondSince?: Instant | null | undefined
  /** Since when the alert is open. */
  readonly openSince?: Instant | null | undefined
}

/** A value at a moment. It lasts until the next one. */
export interface AlertSample {
  /** When it was measured. */
  readonly at: Instant
  /** The value. */
  readonly value: Decimal
}

/** What became of an alert. */
export interface Alerted {
  /** What is to be given with the next samples. */
  readonly state: AlertState
  /** What happened, in order: the alert opens once, stays open, and clears once. */
  readonly changes: readonly AlertChange[]
}

/** An alert that opened or cleared. */
export interface AlertChange {
  /** Whether it opened; it cleared otherwise. */
  readonly opened: boolean
  /** When. */
  readonly at: Instant
  /** The value at that moment. */
  readonly value: Decimal
  /** How grave it is. */
  readonly severity?: string | null | undefined
}

/** A new list. */
export interface CreateListRequest {
  /** The list; it becomes a draft. */
  readonly list: RateListDefinition
  /** The codes that the tenant's lists have. */
  readonly takenCodes?: readonly string[] | undefined
  /** The day of creation, by which a code is numbered. */
  readonly createdOn: Day
  /** What a made code begins with; `RL` when not given, `RL-SUP` to name the supplier. */
  readonly codePrefix?: string | undefined
}

/** A list that is to be published. */
export interface PublishRequest {
  /** The draft. */
  readonly list: RateListDefinition
  /** The tenant's other lists; the former version of this one among them. */
  readonly others?: readonly RateListDefinition[] | undefined
  /** From which day on it answers in place of its former version; from its first valid day when not given. */
  readonly effectiveOn?: Day | null | undefined
}

/** A list as published, and its former version as it now ends. */
export interface Published {
  /** The list. */
  readonly list: RateListDefinition
  /** The former versions that it supersedes. */
  readonly superseded: readonly RateListDefinition[]
}

/** A list that is to become a draft again. */
export interface UnpublishRequest {
  /** The published list. */
  readonly list: RateListDefinition
  /** How many live quotes and bookings refer to it. */
  readonly references: number
}

/** A list by itself. */
export interface ListRequest {
  /** The list. */
  readonly list: RateListDefinition
}

/** A list that is to be changed. */
export interface EditRequest {
  /** The list as it is. */
  readonly list: RateListDefinition
  /** The list as it is to be. */
  readonly changed: RateListDefinition
}

/** A list that is to be cloned. */
export interface CloneRequest {
  /** The list. */
  readonly list: RateListDefinition
  /** The id of the clone. */
  readonly id?: string | null | undefined
}

/** A blackout to be added. Selling is stopped at once: published lists take it too. */
export interface AddBlackoutRequest {
  /** The list. */
  readonly list: RateListDefinition
  /** The days, all of them or by day of the week. */
  readonly blackout: Blackout
  /** Bookings that may be touched by it. */
  readonly bookings?: readonly BookedStay[] | undefined
}

/** A stay that is booked already. */
export interface BookedStay {
  /** What the booking is known by. */
  readonly number: string
  /** The day of arrival. */
  readonly checkIn: Day
  /** The day of departure. */
  readonly checkOut: Day
}

/** A list with its new blackout, and the bookings that lie in it. */
export interface BlackoutAdded {
  /** The list. */
  readonly list: RateListDefinition
  /** Bookings with a night in the blackout. */
  readonly touched: readonly BookedStay[]
}

/** Days that are to be sold again. */
export interface RemoveBlackoutRequest {
  /** The list. */
  readonly list: RateListDefinition
  /** The days; blackouts that reach beyond them keep the rest. */
  readonly days: DayRange
}

/** A file to be read. */
export interface ImportRequest {
  /** The text of a CSV file. */
  readonly text?: string | null | undefined
  /** The bytes of a file in Base64, for XLSX and encodings other than UTF-8. */
  readonly contentBase64?: string | null | undefined
  /** How the file is written. */
  readonly style?: FileStyle | undefined
  /** What happens when a row is at fault. */
  readonly onFault?: OnFault | undefined
}

/** How a file is written. */
export interface FileStyle {
  /** The kind of file. */
  readonly format?: FileFormat | undefined
  /** The encoding of a CSV file. */
  readonly encoding?: Encoding | undefined
  /** What separates the columns of a CSV file: `,`, `;` or a tab. */
  readonly delimiter?: string | undefined
  /** Whether amounts have a decimal comma: 124,50. */
  readonly decimalComma?: boolean | undefined
}

/** The kind of file. */
export type FileFormat =
  /** Comma-separated values. */
  | 'csv'
  /** A workbook; the first sheet counts. */
  | 'xlsx'

/** How text is written in bytes. It is declared, never guessed. */
export type Encoding =
  /** UTF-8, with or without a byte order mark. */
  | 'utf-8'
  /** UTF-16 as its byte order mark says. */
  | 'utf-16'
  /** Western European, as older spreadsheets write it. */
  | 'windows-1252'

/** What happens when a row is at fault. */
export type OnFault =
  /** Nothing is imported. */
  | 'import_nothing'
  /** Lists with faults are left out. */
  | 'skip_bad'

/** What came out of a file. */
export interface Imported {
  /** The lists, in the order of the file. */
  readonly lists: readonly RateListDefinition[]
  /** Every fault, by row and column. */
  readonly faults: readonly RowFault[]
  /** How many rows were read. */
  readonly rows: number
}

/** A fault in a file. */
export interface RowFault {
  /** The row as a spreadsheet counts it, the header being 1. */
  readonly row: number
  /** The column's name. */
  readonly column: string
  /** The code of the fault. */
  readonly code: Code
  /** What was expected. */
  readonly message: string
}

/** A dearer plan for some hours. */
export interface BoostRequest {
  /** The currency of every amount. */
  readonly currency: Currency
  /** The monthly price of the plan as it is. */
  readonly currentPrice: Decimal
  /** The monthly price of the plan for the boost. */
  readonly boostedPrice: Decimal
  /** When the boost begins. */
  readonly start: Instant
  /** How many hours it lasts. */
  readonly hours: number
  /** The zone whose month counts. */
  readonly zone: Zone
  /** Never less than this. */
  readonly minimumCharge?: Decimal | null | undefined
  /** The shortest boost. */
  readonly minHours?: number | undefined
  /** The longest boost. */
  readonly maxHours?: number | undefined
  /** Where a half goes. */
  readonly rounding?: RoundingMode | undefined
}

/** What a boost costs, and when it ends. */
export interface Boost {
  /** The price. */
  readonly price: Money
  /** The end: the start and so many hours of elapsed time, clock changes or not. */
  readonly end: Instant
  /** How many seconds the month of the start has in the zone. */
  readonly monthSeconds: number
}

/** Where something is sold, by whom and when. */
export interface TaxesForRequest {
  /** The seller's place, or that of the property, its category and, where wanted, its own tables. */
  readonly region: TaxRegion
  /** Where it is taxed; the seller's place when not given. Lodging is supplied where it stands, whatever stands here. */
  readonly placeOfSupply?: string | null | undefined
  /** The buyer's tax id as a business. */
  readonly businessTaxId?: string | null | undefined
  /** The day of supply. */
  readonly on: Day
  /**
   * The currency of the sale: taxes in amounts of another are refused. When not given, amounts are in the currency of their
   * table.
   */
  readonly currency?: Currency | null | undefined
}

/** The tables that come with the engine are asked for. */
export interface TaxTablesRequest {
  /** Only tables for this place or parts of it, such as `IN` or `US-NY-NYC`; all when not given. */
  readonly region?: string | null | undefined
}

/** The files of a pack. */
export interface ReadFilesRequest {
  /** The text of each file by its path within the pack, such as `entities/customer.toml`. */
  readonly files: { readonly [key: string]: unknown }
  /**
   * The effects that the host carries out: one that nobody carries out is a fault where it is named. Nothing is asked of them when not
   * given.
   */
  readonly carries?: readonly string[] | null | undefined
  /** The files of other packs at hand, by their folders; those that this one needs are put together with it. */
  readonly others?: { readonly [key: string]: { readonly [key: string]: unknown } } | undefined
}

/** Which blackout days are wanted. */
export interface BlackoutDaysRequest {
  /** The list. */
  readonly list: RateListDefinition
  /** Only these days; those of the list's validity when not given. */
  readonly within?: DayRange | null | undefined
}

/** A day that is not sold. */
export interface BlackoutDay {
  /** The day. */
  readonly day: Day
  /** Why. */
  readonly reason?: string | null | undefined
}

/**
 * What is to be priced: the days or hours, the party, and what was chosen.
 *
 * A stay has `checkIn` and `checkOut`, service days have `first` and `last`, hours have `start` and `end`.
 */
export interface PriceRequest {
  /** The day of arrival. */
  readonly checkIn?: Day | null | undefined
  /** The day of departure; its night is not priced. */
  readonly checkOut?: Day | null | undefined
  /** The first day of a service. */
  readonly first?: Day | null | undefined
  /** The last day of a service, included; the first one when not given. */
  readonly last?: Day | null | undefined
  /** The beginning of a span of hours. */
  readonly start?: Instant | null | undefined
  /** The end of a span of hours, excluded. */
  readonly end?: Instant | null | undefined
  /** How many adults in each room or unit. */
  readonly adults?: number | undefined
  /** The ages of the children in each room or unit, on the day of arrival. */
  readonly children?: readonly number[] | undefined
  /** Birth dates of further travellers in each room or unit, whose ages are taken on the day of arrival. */
  readonly birthDates?: readonly Day[] | undefined
  /** How many rooms or units; below zero so many are given back, at what they cost, with the other sign. */
  readonly quantity?: number | undefined
  /** The day of booking, which lead times and windows look at; the day of `asOf` when not given. */
  readonly bookedOn?: Day | null | undefined
  /** The moment as of which is priced. */
  readonly asOf?: Instant | null | undefined
  /** Optional supplements by code, and how many of each. */
  readonly supplements?: { readonly [key: string]: number } | undefined
  /** Promotion codes that the guest gave. */
  readonly promoCodes?: readonly string[] | undefined
  /** How often a promotion code has been used so far. */
  readonly promoUses?: { readonly [key: string]: number } | undefined
  /** What is known of the guest, for expressions: `member`, `resident`… */
  readonly tags?: readonly string[] | undefined
  /** Through which channel the request comes, for expressions. */
  readonly channel?: string | null | undefined
  /** Where the service is taxed, such as `IN-MH`; the seller's place when not given. Lodging is taxed where it stands. */
  readonly placeOfSupply?: string | null | undefined
  /** The guest's tax id as a business, for reverse charge. */
  readonly businessTaxId?: string | null | undefined
  /** Whether a draft is priced too. */
  readonly preview?: boolean | undefined
}

/**
 * A price, explained: its lines always add up to the total exactly. Of what is given back, all but the price of one has the
 * other sign.
 */
export interface Price {
  /** The code of the list that made it. */
  readonly listCode?: string | null | undefined
  /** The version of the list that made it. */
  readonly listVersion: number
  /** The currency of every amount. */
  readonly currency: Currency
  /** Every line, in the order of evaluation. */
  readonly lines: readonly Line[]
  /** Units, children and supplements. */
  readonly subtotal: Decimal
  /** What came off: not above zero, or below it for what is given back. */
  readonly discounts: Decimal
  /** The fees. */
  readonly fees: Decimal
  /** The taxes by name, inclusive ones too. */
  readonly taxes: readonly TaxTotal[]
  /** The total without any tax. */
  readonly net: Decimal
  /** What is to be paid; below zero a credit. */
  readonly total: Decimal
  /** The moment as of which it was priced, as the request said. */
  readonly pricedAt?: Instant | null | undefined
}

/** One line of a price. */
export interface Line {
  /** What it is for. */
  readonly kind: LineKind
  /** What people call it. */
  readonly label: string
  /** The rule that made it, as a JSON pointer into the list's definition. */
  readonly rule: string
  /** The night or day it is for; none when it is for all of them. */
  readonly day?: Day | null | undefined
  /** How many. */
  readonly quantity: Decimal
  /** What one of them costs. */
  readonly unitAmount: Decimal
  /** What they cost together. */
  readonly amount: Decimal
  /** The tax category, when the rule has one. */
  readonly taxCategory?: string | null | undefined
}

/** What a line is for. */
export type LineKind =
  /** A unit: a night of a room, a day of a vehicle, a piece. */
  | 'unit'
  /** An adult beyond those the unit's price includes. */
  | 'extra_adult'
  /** A child. */
  | 'child'
  /** Hours in one window, or a block of hours. */
  | 'hours'
  /** What brings the hours up to the minimum charge. */
  | 'minimum'
  /** A supplement that everyone pays. */
  | 'supplement'
  /** A supplement that was chosen. */
  | 'extra'
  /** A discount. */
  | 'discount'
  /** A fee. */
  | 'fee'
  /** A tax that is added. */
  | 'tax'
  /** The difference that rounding the total made. */
  | 'rounding'

/** One tax of a price. */
export interface TaxTotal {
  /** Its name. */
  readonly name: string
  /** Its percent, when it is one. */
  readonly percent?: Decimal | null | undefined
  /** What it is taken of, without the tax itself. */
  readonly base: Decimal
  /** The tax. */
  readonly amount: Decimal
  /** Whether the lines already hold it. */
  readonly inclusive: boolean
  /** The tax category it is for, when it is for one. */
  readonly category?: string | null | undefined
}

/** A price wanted in another currency. */
export interface PriceInRequest {
  /** What is to be priced. */
  readonly request: PriceRequest
  /** The currency that is wanted. */
  readonly currency: Currency
  /** The exchange rates. */
  readonly rates: ExchangeRates
  /** The moment by which the rates' age is judged. */
  readonly asOf: Instant
  /** How old a rate may be; a day when not given. */
  readonly maxAgeSeconds?: number | undefined
  /** Whether an older rate is taken all the same, and told as stale. */
  readonly allowStale?: boolean | undefined
}

/** A price with its total in another currency, and the rate that was used. */
export interface PriceIn {
  /** The price in the list's own currency, explained. */
  readonly price: Price
  /** The total in the other currency, with the rate, its time and its source. */
  readonly total: Conversion
}

/** A price or a refusal in sentences. */
export interface Explanation {
  /** One sentence for each line or reason, and one for the total. */
  readonly sentences: readonly string[]
  /** The price, when there is one. */
  readonly price?: Price | null | undefined
  /** Every reason, when there is none. */
  readonly error?: ErrorReport | null | undefined
}

/** An error as it crosses a wire. */
export interface ErrorReport {
  /** The code of the first reason. */
  readonly code: Code
  /** A sentence a person can act on. */
  readonly message: string
  /** Where the first reason points, as a JSON pointer. */
  readonly path: string
  /** The figures of the first reason. */
  readonly details?: Details | undefined
  /** Every reason, the first one included. */
  readonly reasons: readonly Reason[]
}

/** Many requests at once. */
export interface QuoteManyRequest {
  /** The requests, each answered by itself. */
  readonly requests: readonly PriceRequest[]
}

/** The answer to one of many requests: a price, or why there is none. */
export interface Quoted {
  /** The price, when there is one. */
  readonly price?: Price | null | undefined
  /** Every reason, when there is none. */
  readonly error?: ErrorReport | null | undefined
}

/** The total of one of many requests, or why there is none. */
export interface Totalled {
  /** The total, when there is one. */
  readonly total?: Decimal | null | undefined
  /** Every reason, when there is none. */
  readonly error?: ErrorReport | null | undefined
}

/** Every arrival day × length of stay × party, for calendars and channel feeds. */
export interface GridRequest {
  /** The arrival days. */
  readonly arrivals: DayRange
  /** The lengths of stay, in nights. */
  readonly nights: readonly number[]
  /** The parties. */
  readonly parties: readonly GridParty[]
  /** How many rooms or units. */
  readonly quantity?: number | undefined
  /** The day of booking. */
  readonly bookedOn?: Day | null | undefined
  /** Whether a draft is priced too. */
  readonly preview?: boolean | undefined
}

/** A party of the grid. */
export interface GridParty {
  /** How many adults. */
  readonly adults: number
  /** The ages of the children. */
  readonly children?: readonly number[] | undefined
}

/** The answer to a grid. */
export interface Grid {
  /** The currency of every total. */
  readonly currency: Currency
  /** Cells in the order of parties, then arrivals, then nights. */
  readonly cells: readonly GridCell[]
}

/** One cell of the grid. */
export interface GridCell {
  /** The place of the party in the request. */
  readonly party: number
  /** The arrival day. */
  readonly arrival: Day
  /** The length of stay. */
  readonly nights: number
  /** The total, when there is one. */
  readonly total?: Decimal | null | undefined
  /** The code of the first reason, when there is none. */
  readonly code?: Code | null | undefined
}

/** A request for a list's compact form. */
export type PackRequest = { readonly [key: string]: never }

/** A list in its compact form. */
export interface Packed {
  /** How many bytes the definition has as JSON. */
  readonly jsonBytes: number
  /** The compact form in Base64: gzip, with its checksum. Its bytes load as JSON does. */
  readonly contentBase64: string
}

/** A request to every list. */
export interface CheapestRequest {
  /** What is to be priced. */
  readonly request: PriceRequest
  /** Who asks; lists for others are refused. */
  readonly buyer?: Buyer | undefined
}

/**
 * Who asks for a price. A list for certain buyers answers only those who are told to be such; the channel and the quantity
 * are those of the request.
 */
export interface Buyer {
  /** The groups of customers to which the buyer belongs. */
  readonly customerGroups?: readonly string[] | undefined
  /** The buyer's country. */
  readonly country?: string | null | undefined
  /** Only lists in this currency. */
  readonly currency?: Currency | null | undefined
}

/** What the lists offer, cheapest first. */
export interface Cheapest {
  /** The price of the cheapest offer; none when no list can answer. */
  readonly price?: Price | null | undefined
  /** Every list that can answer, cheapest first; the earlier list where two cost the same. */
  readonly offers: readonly Offer[]
  /** Every list that cannot, and why. */
  readonly refused: readonly Lost[]
}

/** What one list offers. */
export interface Offer {
  /** The list. */
  readonly list: ListRef
  /** Its total. */
  readonly total: Decimal
  /** The currency of the total. */
  readonly currency: Currency
}

/** Which list, by its place, code and version. */
export interface ListRef {
  /** Its place among the lists, from 0 on. */
  readonly index: number
  /** Its code. */
  readonly code?: string | null | undefined
  /** Its version. */
  readonly version: number
  /** Its name. */
  readonly name: string
}

/** A list that was not chosen. */
export interface Lost {
  /** The list. */
  readonly list: ListRef
  /** Why. */
  readonly why: LostWhy
  /** Every reason, when it refused. */
  readonly error?: ErrorReport | null | undefined
}

/** Why a list was not chosen. */
export type LostWhy =
  /** It is for another supplier, service, destination or product. */
  | 'other_product'
  /** It prices in another currency. */
  | 'other_currency'
  /** It is for other groups of customers. */
  | 'other_customers'
  /** It is for other channels. */
  | 'other_channel'
  /** It is for other countries. */
  | 'other_country'
  /** It is for fewer or for more units. */
  | 'other_quantity'
  /** It refuses the request. */
  | 'refused'
  /** Another list has a higher priority. */
  | 'priority'
  /** Another list is for the very product, destination or supplier. */
  | 'less_specific'
  /** Another list is for the very customers, channel, country or quantity. */
  | 'less_specific_context'
  /** Another list begins at a larger quantity. */
  | 'smaller_quantity'
  /** Another list is a newer version. */
  | 'older_version'
  /** Nothing else tells them apart: another list's id comes first. */
  | 'id'

/** Which list is to answer, of those for a product. */
export interface SelectRequest {
  /** What is to be priced. */
  readonly request: PriceRequest
  /** Who asks. */
  readonly buyer?: Buyer | undefined
  /** The supplier; lists without one are for all. */
  readonly supplier?: string | null | undefined
  /** The kind of service. */
  readonly serviceType?: string | null | undefined
  /** The destination; lists without one are for all. */
  readonly destination?: string | null | undefined
  /** The product; lists without one are for all. */
  readonly product?: string | null | undefined
}

/** The list that answers, its price, and why the others do not. */
export interface Selection {
  /** The list. */
  readonly list: ListRef
  /** Its price. */
  readonly price: Price
  /** Every other list, in the order of the lists. */
  readonly lost: readonly Lost[]
}

/** Which overlaps are wanted. */
export interface OverlapsRequest {
  /** Only those that touch these days. */
  readonly within?: DayRange | null | undefined
}

/** Two published lists that answer for the same days. */
export interface Overlap {
  /** One list; none for the one that is not saved yet. */
  readonly list?: ListRef | null | undefined
  /** The other list. */
  readonly other: ListRef
  /** The days on which both answer. */
  readonly days: DayRange
}

/** A list that is not saved yet. */
export interface ValidateDatesRequest {
  /** The list, as if it were published. */
  readonly list: RateListDefinition
}

/** The same requests under two lists. */
export interface SimulateRequest {
  /** The requests, such as last year's. */
  readonly requests: readonly PriceRequest[]
  /** The place of the list as it is. */
  readonly before?: number | undefined
  /** The place of the list as it would be. */
  readonly after?: number | undefined
}

/** What would have changed. */
export interface Simulation {
  /** The currency of every amount. */
  readonly currency: Currency
  /** One for each request. */
  readonly differences: readonly Difference[]
  /** The sum of the totals before. */
  readonly before: Decimal
  /** The sum of the totals after. */
  readonly after: Decimal
  /** What the change adds, over requests that both lists answer. */
  readonly change: Decimal
  /** How many requests only the list before answers. */
  readonly lost: number
  /** How many requests only the list after answers. */
  readonly won: number
}

/** What would have changed for one request. */
export interface Difference {
  /** The total before, when there is one. */
  readonly before?: Decimal | null | undefined
  /** The total after, when there is one. */
  readonly after?: Decimal | null | undefined
  /** What the change adds, when both answer. */
  readonly change?: Decimal | null | undefined
  /** The code of the first reason before, when it refuses. */
  readonly beforeCode?: Code | null | undefined
  /** The code of the first reason after, when it refuses. */
  readonly afterCode?: Code | null | undefined
}

/** How lists are to be written. */
export interface ExportRequest {
  /** How the file is to be written. */
  readonly style?: FileStyle | undefined
}

/** A file that was written. */
export interface Exported {
  /** The text of a CSV file in UTF-8. */
  readonly text?: string | null | undefined
  /** The bytes in Base64, for other files. */
  readonly contentBase64?: string | null | undefined
  /** How many rows it has, the header included. */
  readonly rows: number
}

/** One change over many lists, to be looked at before it is saved. */
export interface BulkUpdateRequest {
  /** Which lists. */
  readonly lists?: ListFilter | undefined
  /** What happens to each of them. */
  readonly change: BulkChange
}

/** Which lists; what is not given does not matter. */
export interface ListFilter {
  /** Only lists with these codes; all when empty. */
  readonly codes?: readonly string[] | undefined
  /** Only lists of this supplier. */
  readonly supplier?: string | null | undefined
  /** Only lists of this kind of service. */
  readonly serviceType?: string | null | undefined
  /** Only lists of this destination. */
  readonly destination?: string | null | undefined
  /** Only lists with this tag. */
  readonly tag?: string | null | undefined
}

/** What happens to each list. */
export type BulkChange =
  /** Every price of units, extra adults, extra beds and children rises by so many percent, or falls when negative. */
  | {
    readonly raisePercent: Decimal
  }
  /** Every such price rises by an amount, or falls when negative. */
  | {
    readonly raiseAmount: Decimal
  }
  /** The last day of validity is moved. */
  | {
    readonly validLast: Day
  }
  /** A blackout is added. */
  | {
    readonly addBlackout: Blackout
  }
  /** A tag is added. */
  | {
    readonly addTag: string
  }

/** What a bulk update would change, and the lists as they would be. */
export interface BulkUpdate {
  /** Every field that changes. */
  readonly changes: readonly FieldChange[]
  /** The changed lists, as they would be saved: all of them or none. */
  readonly lists: readonly RateListDefinition[]
}

/** One field that changes. */
export interface FieldChange {
  /** In which list. */
  readonly list: ListRef
  /** The field, as a JSON pointer. */
  readonly path: string
  /** What it was; nothing for a new entry. */
  readonly before?: unknown | undefined
  /** What it becomes. */
  readonly after?: unknown | undefined
}

/** The usage of a period. */
export interface UsageRequest {
  /** How much of each metric; what is not given is none. Below zero it is given back: its lines have the other sign. */
  readonly usage?: { readonly [key: string]: Decimal } | undefined
  /** Whether the whole bill is given back: every line has the other sign. */
  readonly credit?: boolean | undefined
}

/** What a period costs, explained: its lines add up to the total exactly. */
export interface PlanBill {
  /** The currency of every amount. */
  readonly currency: Currency
  /** Every line. */
  readonly lines: readonly PlanLine[]
  /** What is to be paid; below zero what is given back. */
  readonly total: Decimal
}

/** One line of a bill. */
export interface PlanLine {
  /** What people call it. */
  readonly label: string
  /** The rule that made it, as a JSON pointer into the plan's definition. */
  readonly rule: string
  /** How many. */
  readonly quantity: Decimal
  /** What one of them costs, before rounding. */
  readonly unitAmount: Decimal
  /** What they cost together. */
  readonly amount: Decimal
}

/** Which billing periods are wanted. */
export interface PlanPeriodsRequest {
  /** The first day of the subscription, which begins period 0. */
  readonly anchor: Day
  /** The number of the first period that is wanted. */
  readonly first?: number | undefined
  /** How many periods. */
  readonly count: number
}

/** A billing period. */
export interface BillingPeriod {
  /** Its number, from 0 on. */
  readonly number: number
  /** Its days. */
  readonly days: DayRange
  /** The day on which it is billed: its first one in advance, the day after its last one in arrears. */
  readonly billedOn: Day
}

/** A change in the midst of a billing period. */
export interface ProrateRequest {
  /** What happens. */
  readonly change: PlanChange
  /** When. */
  readonly at: Instant
  /** The zone whose days count. */
  readonly zone: Zone
  /** The first day of the subscription's period 0. */
  readonly anchor: Day
  /** What is counted; as the plan says when not given. The day of the change is the first of what comes after. */
  readonly by?: ProrationUnit | null | undefined
}

/** What happens to a subscription. */
export type PlanChange =
  /** It begins: the rest of the period is charged. */
  | 'start'
  /** It moves to another plan, dearer or cheaper: the rest of this one is credited, the rest of the other charged. */
  | {
    readonly switch: SwitchChange
  }
  /** It ends: the rest of the period is credited. */
  | 'cancel'
  /** It rests for a while: that while is credited. */
  | {
    readonly pause: PauseChange
  }

/** The plan to which a subscription moves. */
export interface SwitchChange {
  /** Its price of a whole period. */
  readonly price: Decimal
}

/** How long a subscription rests. */
export interface PauseChange {
  /** When it goes on, within the same period. */
  readonly resumesAt: Instant
}

/** What a change costs. */
export interface Proration {
  /** The billing period. */
  readonly period: DayRange
  /** How many days or seconds of the period lie before the change. */
  readonly elapsed: number
  /** How many the period has. */
  readonly whole: number
  /** The currency of every amount. */
  readonly currency: Currency
  /** Credit and charge, each on its own. */
  readonly lines: readonly ProrationLine[]
  /** The sum of the lines; below zero when the customer gets money back. */
  readonly total: Decimal
}

/** A credit or a charge. */
export interface ProrationLine {
  /** Which of the two. */
  readonly kind: ProrationLineKind
  /** What people call it. */
  readonly label: string
  /** The price of the whole period. */
  readonly fullPrice: Decimal
  /** The amount, below zero for a credit. */
  readonly amount: Decimal
}

/** Credit or charge. */
export type ProrationLineKind =
  /** Money back. */
  | 'credit'
  /** Money due. */
  | 'charge'

/** A booking that is cancelled, or to which nobody came. */
export interface CancellationRequest {
  /** What was booked. */
  readonly booking: CancellableBooking
  /** When it is cancelled. */
  readonly at: Instant
  /** Who cancels. */
  readonly cancelledBy?: CancelledBy | undefined
  /** Whether nobody came. */
  readonly noShow?: boolean | undefined
}

/** What was booked, and what has been paid for it. */
export interface CancellableBooking {
  /** When it starts; or `checkIn`. */
  readonly start?: Instant | null | undefined
  /** The day on which it starts, at the policy's `startTime`. */
  readonly checkIn?: Day | null | undefined
  /** When it was booked; the time of grace counts from then. */
  readonly bookedAt?: Instant | null | undefined
  /** The zone of the place, where it is not that of the policy. */
  readonly zone?: Zone | null | undefined
  /** The currency of every amount. */
  readonly currency: Currency
  /** What has been paid so far. */
  readonly paid?: Decimal | undefined
  /** What it is made of. */
  readonly components: readonly CancellableComponent[]
}

/** A part of a booking: the room, an activity, a fee, a tax. */
export interface CancellableComponent {
  /** What people call it; no two have the same name. */
  readonly name: string
  /** Its kind, such as `activity`: a kind that the policy names goes by its own terms. */
  readonly kind?: string | null | undefined
  /** What it costs. */
  readonly total: Decimal
  /** What each of its nights costs, of which fees by nights are made; together no more than `total`. */
  readonly nights?: readonly Decimal[] | undefined
  /** When it starts, where it does not start with the booking. */
  readonly start?: Instant | null | undefined
}

/** Who cancels. */
export type CancelledBy =
  /** Whoever booked. */
  | 'guest'
  /** Whoever was to provide it: nothing is charged. */
  | 'provider'

/** What a cancellation costs, explained: its lines add up to the fee exactly. */
export interface CancellationSettlement {
  /** The currency of every amount. */
  readonly currency: Currency
  /** What the booking costs. */
  readonly total: Decimal
  /** What has been paid so far. */
  readonly paid: Decimal
  /** What is charged; never more than the total. */
  readonly fee: Decimal
  /** What goes back: what was paid beyond the fee. */
  readonly refund: Decimal
  /** What is still to be paid: the fee beyond what was paid. */
  readonly owed: Decimal
  /** One for each component. */
  readonly lines: readonly CancellationLine[]
}

/** What is charged for one component. */
export interface CancellationLine {
  /** The component. */
  readonly component: string
  /** Why so much is charged. */
  readonly kind: CancellationLineKind
  /** The tier that made it, by its name. */
  readonly tier?: string | null | undefined
  /** The rule that made it, as a JSON pointer into the policy's definition; empty when the provider cancels. */
  readonly rule: string
  /** The last moment of the tier for this component. */
  readonly deadline?: Instant | null | undefined
  /** What the component costs. */
  readonly total: Decimal
  /** What is charged of it. */
  readonly fee: Decimal
  /** How that came about, in a few words. */
  readonly explanation: string
}

/** Why so much is charged. */
export type CancellationLineKind =
  /** A tier whose deadline has not passed. */
  | 'tier'
  /** All deadlines have passed. */
  | 'late'
  /** Nobody came. */
  | 'no_show'
  /** More than the tier charges is never given back. */
  | 'kept'
  /** It was booked only just now. */
  | 'grace'
  /** The provider cancels. */
  | 'provider'

/** A booking whose deadlines are wanted. */
export interface CancellationDeadlinesRequest {
  /** What is booked, or is about to be. */
  readonly booking: CancellableBooking
  /** What has passed by then is left out. */
  readonly now?: Instant | null | undefined
}

/** What cancelling costs, deadline by deadline: what a guest is shown before booking. */
export interface CancellationDeadlines {
  /** The currency of every amount. */
  readonly currency: Currency
  /** What the booking costs. */
  readonly total: Decimal
  /** The last moment at which cancelling is free, unless it is free always or never. */
  readonly freeUntil?: Instant | null | undefined
  /** From the earliest to the latest; neighbours with the same fee are one. */
  readonly steps: readonly CancellationStep[]
  /** What is charged when nobody comes. */
  readonly noShow: Decimal
}

/** What cancelling costs up to a deadline. */
export interface CancellationStep {
  /** The last moment at which it costs that, included; the last step has none. */
  readonly deadline?: Instant | null | undefined
  /** What clocks show then, where the booking takes place. */
  readonly local?: LocalTime | null | undefined
  /** What is charged. */
  readonly fee: Decimal
  /** What goes back of what has been paid. */
  readonly refund: Decimal
}

/** Is it free? */
export interface CheckRequest {
  /** The present moment: what holds and notice are measured by. */
  readonly now: Instant
  /** The resource. */
  readonly resource: string
  /** When. */
  readonly when: When
  /** How many units. */
  readonly units?: number | undefined
  /** The partner who asks. */
  readonly partner?: string | null | undefined
  /** A hold of the asker's own, which does not stand in the way. */
  readonly hold?: string | null | undefined
  /** A booking that is to move, which does not stand in its own way. */
  readonly booking?: string | null | undefined
}

/** Whether it is free, and why not. */
export interface Availability {
  /** Whether it can be booked. */
  readonly free: boolean
  /** The units that nobody has taken over the whole time, whatever the rules say. */
  readonly unitsLeft: number
  /** Every reason against it. */
  readonly reasons: readonly Reason[]
  /** Of a stay, the time from check-in to check-out where the resource says when both are. */
  readonly span?: Span | null | undefined
}

/** Are several things free at once? */
export interface CheckAllRequest {
  /** The present moment. */
  readonly now: Instant
  /** What is wanted, all of it. */
  readonly takes: readonly Take[]
  /** A hold of the asker's own, which does not stand in the way. */
  readonly hold?: string | null | undefined
  /** A booking that is to move, which does not stand in its own way. */
  readonly booking?: string | null | undefined
}

/** Where and from when on something is looked for. */
export interface NextFreeRequest {
  /** The present moment. */
  readonly now: Instant
  /** The resources to look at; all that are counted by the moment when empty. */
  readonly resources?: readonly string[] | undefined
  /** Not before that moment. */
  readonly after: Instant
  /** For so many minutes. */
  readonly minutes: number
  /** How many units. */
  readonly units?: number | undefined
  /** Within so many days. */
  readonly withinDays?: number | undefined
}

/** A free time of a resource. */
export interface FreeTime {
  /** The resource. */
  readonly resource: string
  /** The time. */
  readonly span: Span
}

/** Free starts of which resources, on which days, for how long? */
export interface SlotsRequest {
  /** The present moment. */
  readonly now: Instant
  /** The resources; all that are counted by the moment when empty. */
  readonly resources?: readonly string[] | undefined
  /** The days on which they begin, by each resource's own clock. */
  readonly days: DayRange
  /** How long. */
  readonly minutes: number
  /** How many units. */
  readonly units?: number | undefined
  /** Every so many minutes, for resources without a grid; 15 when not given. */
  readonly stepMinutes?: number | null | undefined
  /** Whether those steps are counted from midnight or from the opening. */
  readonly counted?: GridStart | undefined
  /** A hold of the asker's own, which does not stand in the way. */
  readonly hold?: string | null | undefined
  /** A booking that is to move, which does not stand in its own way. */
  readonly booking?: string | null | undefined
}

/** The free starts of one resource. */
export interface ResourceSlots {
  /** The resource. */
  readonly resource: string
  /** Its free starts, in order of time. */
  readonly slots: readonly Slot[]
  /** Why it has none at any time: bookings so long, or of so many units, are not taken, or it is not counted by the moment. */
  readonly reasons: readonly Reason[]
}

/** A free start. */
export interface Slot {
  /** The moment. */
  readonly start: Instant
  /** The day that clocks show. */
  readonly day: Day
  /** The time that clocks show. */
  readonly time: TimeOfDay
  /** How far clocks are from universal time: it tells two times apart that clocks show twice. */
  readonly offset: string
  /** The longest booking that could begin then, up to the longest that the resource takes or a day. */
  readonly longestMinutes: number
}

/** When are several things free at once? */
export interface CommonSlotsRequest {
  /** The present moment. */
  readonly now: Instant
  /** What is needed at once: each need is met by another resource. */
  readonly needs: readonly ResourceNeed[]
  /** The days on which they begin, by each resource's own clock. */
  readonly days: DayRange
  /** How long. */
  readonly minutes: number
  /** Every so many minutes, for resources without a grid; 15 when not given. */
  readonly stepMinutes?: number | null | undefined
  /** Whether those steps are counted from midnight or from the opening. */
  readonly counted?: GridStart | undefined
  /** A hold of the asker's own, which does not stand in the way. */
  readonly hold?: string | null | undefined
  /** A booking that is to move, which does not stand in its own way. */
  readonly booking?: string | null | undefined
}

/** Something that is needed: one of several resources. */
export interface ResourceNeed {
  /** One of these; any that is counted by the moment when empty. */
  readonly anyOf?: readonly string[] | undefined
  /** With these skills. */
  readonly skills?: readonly string[] | undefined
  /** At that location. */
  readonly location?: string | null | undefined
  /** How many units of it. */
  readonly units?: number | undefined
}

/** A start at which everything is free. */
export interface CommonSlot {
  /** The start; the longest booking is what all of them allow. */
  readonly slot: Slot
  /** A resource for each need. */
  readonly resources: readonly string[]
}

/** Which days of which resources are drawn? */
export interface ViewRequest {
  /** The present moment: holds that have expired are not drawn. */
  readonly now: Instant
  /** A day, a week or a month. */
  readonly view: ViewKind
  /** A day of it. */
  readonly day: Day
  /** The first day of a week. */
  readonly weekBegins?: Weekday | undefined
  /** The zone in which days begin; each resource's own when not given. */
  readonly zone?: Zone | null | undefined
  /** The resources; all when empty. */
  readonly resources?: readonly string[] | undefined
  /** The partner who looks. */
  readonly partner?: string | null | undefined
  /** Whether cells tell what they are and the units left alone, not the bookings, holds and blocks in them. */
  readonly withoutNames?: boolean | undefined
}

/** How many days are drawn. */
export type ViewKind =
  /** The day. */
  | 'day'
  /** The week that the day lies in. */
  | 'week'
  /** The month that the day lies in. */
  | 'month'

/** The days of one resource. */
export interface ResourceView {
  /** The resource. */
  readonly resource: string
  /** Its days. */
  readonly days: readonly DayView[]
}

/** A day of a resource. */
export interface DayView {
  /** The day. */
  readonly day: Day
  /** By the night or departure, what the day is; by the moment, what its best cell is. */
  readonly state: ViewState
  /** By the night or departure, the units left; by the moment, those of its best cell. */
  readonly unitsLeft: number
  /** By the moment, the parts of the day: they follow each other without a gap. */
  readonly cells: readonly ViewCell[]
}

/** What a part of a day, or a day, is. */
export type ViewState =
  /** Units can be taken. */
  | 'open'
  /** The last unit is held. */
  | 'held'
  /** Kept free beside a booking. */
  | 'buffer'
  /** No unit is left. */
  | 'taken'
  /** Blocked by a repair or an event of another calendar. */
  | 'blocked'
  /** Outside opening hours, or not sold. */
  | 'closed'

/** A part of a day in which nothing changes. */
export interface ViewCell {
  /** Its beginning. */
  readonly start: Instant
  /** Its end. */
  readonly end: Instant
  /** What it is. */
  readonly state: ViewState
  /** The units left. */
  readonly unitsLeft: number
  /** The bookings in it. */
  readonly bookings: readonly string[]
  /** The holds in it. */
  readonly holds: readonly string[]
  /** What blocks it. */
  readonly blocked: readonly string[]
}

/** How much of which resources is taken? */
export interface OccupancyRequest {
  /** The resources; all when empty. */
  readonly resources?: readonly string[] | undefined
  /** The days. */
  readonly days: DayRange
  /** By the day or by the week; a week begins on Monday, and the first and last may be cut. */
  readonly by?: OccupancyBy | undefined
  /** Gaps shorter than this are too short to sell; the shortest booking of the resource when not given. */
  readonly gapsBelowMinutes?: number | null | undefined
  /** Pickup is what was booked at this moment or later. */
  readonly bookedSince?: Instant | null | undefined
}

/** What figures are made for. */
export type OccupancyBy =
  /** Every day. */
  | 'day'
  /** Every week. */
  | 'week'

/** The figures of one resource. */
export interface ResourceOccupancy {
  /** The resource. */
  readonly resource: string
  /** Its figures, in order of time. */
  readonly periods: readonly Occupancy[]
}

/** The figures of a day or a week. Units are counted by the minute, or by the night or seat. */
export interface Occupancy {
  /** The days. */
  readonly days: DayRange
  /** What could be taken: open and not blocked, times the capacity. */
  readonly offered: number
  /** What is booked of it. */
  readonly taken: number
  /** The percentage of what is offered that is taken, to two digits; none when nothing is offered. */
  readonly utilisation?: Decimal | null | undefined
  /** What is taken and was booked since the moment that was asked for. */
  readonly pickedUp: number
  /** Free time that is too short to sell. */
  readonly shortGaps: readonly Span[]
}

/** Who takes an appointment? */
export interface AssignRequest {
  /** The present moment. */
  readonly now: Instant
  /** When. */
  readonly when: When
  /** One of these, in the order of turns; any when empty. */
  readonly anyOf?: readonly string[] | undefined
  /** What is needed. */
  readonly skills?: readonly string[] | undefined
  /** Where it is: a resource with another location is left out. */
  readonly location?: string | null | undefined
  /** By which rule. Load is what is booked on the day, in minutes; skills are always needed here. */
  readonly strategy: AssignmentStrategy
  /** A booking that is to move, which does not stand in its own way. */
  readonly booking?: string | null | undefined
}

/** Who takes an appointment. */
export interface Assigned {
  /** The resource. */
  readonly resource: string
  /** Everybody who could take it, the chosen one first. */
  readonly ranking: readonly string[]
}

/** Books one resource or several at once: all or none. */
export interface BookRequest {
  /** The present moment. */
  readonly now: Instant
  /** The booking. The same one again changes nothing and is answered again. */
  readonly booking: Booking
  /** The hold that it comes from: it does not stand in the way, and is gone afterwards. */
  readonly hold?: string | null | undefined
}

/** A time of a resource that recurs, by the resource's own clock. */
export interface BookSeriesRequest {
  /** The present moment. */
  readonly now: Instant
  /** What the series is known by: its bookings are `id/1`, `id/2` and so on. */
  readonly id: string
  /** The resource. */
  readonly resource: string
  /** When it recurs. */
  readonly recurrence: Recurrence
  /** Occurrences up to this day, for a recurrence without an end. */
  readonly lastDay?: Day | null | undefined
  /** How long each one takes. */
  readonly minutes: number
  /** How many units. */
  readonly units?: number | undefined
  /** What is booked when some are not free. */
  readonly book: SeriesBooking
  /** What a calendar shows. */
  readonly title?: string | null | undefined
}

/** What is booked of a series. */
export type SeriesBooking =
  /** All occurrences, or none when one of them clashes. */
  | 'all'
  /** Those that are free. */
  | 'skip_clashing'
  /** None: they are only looked at. */
  | 'none'

/** The occurrences of a series. */
export interface BookedSeries {
  /** How many are booked, or would be. */
  readonly free: number
  /** How many clash. */
  readonly clashing: number
  /** Every one, in order of time. */
  readonly occurrences: readonly SeriesOccurrence[]
}

/** An occurrence of a series. */
export interface SeriesOccurrence {
  /** When. */
  readonly span: Span
  /** The day that clocks show at its beginning. */
  readonly day: Day
  /** The time that clocks show at its beginning. */
  readonly time: TimeOfDay
  /** Its booking, when it is booked. */
  readonly booking?: string | null | undefined
  /** Every reason against it. */
  readonly reasons: readonly Reason[]
}

/** Moves a booking, makes it longer or shorter, or gives it other resources. It does not stand in its own way. */
export interface RescheduleRequest {
  /** The present moment. */
  readonly now: Instant
  /** The booking. */
  readonly booking: string
  /** What it takes from now on. */
  readonly takes: readonly Take[]
}

/** Gives a booking up. */
export interface CancelRequest {
  /** The booking. */
  readonly booking: string
}

/** Holds one resource or several at once: all or none. */
export interface HoldRequest {
  /** The present moment. */
  readonly now: Instant
  /** What the hold is known by. Asked for again with the same takes, the same hold is answered. */
  readonly key: string
  /** What is held. */
  readonly takes: readonly Take[]
  /** For so many seconds. */
  readonly ttlSeconds: number
}

/** Makes a hold a booking. */
export interface ConfirmRequest {
  /** The present moment. */
  readonly now: Instant
  /** The hold. */
  readonly key: string
  /** The id of the booking. */
  readonly booking: string
  /** What a calendar shows. */
  readonly title?: string | null | undefined
  /** A hold that has expired is booked all the same when its time is still free. */
  readonly evenIfExpired?: boolean | undefined
}

/** Gives a hold up. */
export interface ReleaseRequest {
  /** The hold. */
  readonly key: string
}

/** Lets a hold expire later. */
export interface ExtendRequest {
  /** The present moment. */
  readonly now: Instant
  /** The hold. */
  readonly key: string
  /** For so many seconds from now. */
  readonly ttlSeconds: number
}

/** Drops every hold that has expired. */
export interface ExpireRequest {
  /** The present moment: what expires at it has expired. */
  readonly now: Instant
}

/** Blocks time, whatever is booked in it. */
export interface BlockRequest {
  /** What is blocked. The same again changes nothing. */
  readonly blocked: Blocked
}

/** Makes blocked time free again. */
export interface UnblockRequest {
  /** What was blocked. */
  readonly blocked: string
}

/** Many commands at once. */
export interface ApplyRequest {
  /** The commands, in their order, each for itself: a refused one stops no other. */
  readonly commands: readonly CalendarCommand[]
}

/** Something that changes a calendar. */
export type CalendarCommand =
  /** Books. */
  | {
    readonly book: BookRequest
  }
  /** Holds. */
  | {
    readonly hold: HoldRequest
  }
  /** Makes a hold a booking. */
  | {
    readonly confirm: ConfirmRequest
  }
  /** Gives a hold up. */
  | {
    readonly release: ReleaseRequest
  }
  /** Lets a hold expire later. */
  | {
    readonly extend: ExtendRequest
  }
  /** Drops holds that have expired. */
  | {
    readonly expire: ExpireRequest
  }
  /** Gives a booking up. */
  | {
    readonly cancel: CancelRequest
  }
  /** Moves a booking. */
  | {
    readonly reschedule: RescheduleRequest
  }
  /** Blocks time. */
  | {
    readonly block: BlockRequest
  }
  /** Makes blocked time free again. */
  | {
    readonly unblock: UnblockRequest
  }
  /** Takes rows of a database as they are. */
  | {
    readonly applyRows: ApplyRowsRequest
  }

/** Rows that a database has added, changed or removed since it was last looked at. */
export interface ApplyRowsRequest {
  /** Bookings as they are now, each in the place of the one with its id. */
  readonly bookings?: readonly Booking[] | undefined
  /** Holds as they are now, each in the place of the one with its key. */
  readonly holds?: readonly Hold[] | undefined
  /** What is blocked now, each in the place of the one with its id. */
  readonly blocked?: readonly Blocked[] | undefined
  /** What is no longer there. An id that the calendar does not know changes nothing. */
  readonly removed?: RowIds | undefined
}

/** Rows by what they are known by. */
export interface RowIds {
  /** The ids of bookings. */
  readonly bookings?: readonly string[] | undefined
  /** The keys of holds. */
  readonly holds?: readonly string[] | undefined
  /** The ids of what is blocked. */
  readonly blocked?: readonly string[] | undefined
}

/** What one of many commands did, or why it was refused. */
export interface AppliedCommand {
  /** What it did. */
  readonly done?: CalendarChange | null | undefined
  /** Every reason, when it was refused. */
  readonly error?: ErrorReport | null | undefined
}

/** What a command did. */
export type CalendarChange =
  /** The booking that was made, moved or given up. */
  | {
    readonly booking: Booking
  }
  /** The hold that was placed, extended or given up. */
  | {
    readonly hold: Hold
  }
  /** What is blocked now, or was. */
  | {
    readonly blocked: Blocked
  }
  /** The holds that had expired. */
  | {
    readonly expired: readonly Hold[]
  }
  /** The rows that are no longer as they were. */
  | {
    readonly rows: AppliedRows
  }

/** What is no longer as it was. Rows that were known as they are stand in none of the three. */
export interface AppliedRows {
  /** What was not there. */
  readonly added: RowIds
  /** What was there otherwise. */
  readonly changed: RowIds
  /** What is there no longer. */
  readonly removed: RowIds
}

/** Commands of devices that were offline. */
export interface MergeRequest {
  /** The commands, in whatever order they came together. */
  readonly received: readonly ReceivedCommand[]
}

/** A command as it was received. */
export interface ReceivedCommand {
  /** What it is known by; of two that were received at the same moment the lower one comes first. */
  readonly id: string
  /** When the server received it: the moment that it is checked at, whatever the device's clock said. */
  readonly receivedAt: Instant
  /** The command. */
  readonly command: CalendarCommand
}

/** What became of a received command. */
export interface MergedCommand {
  /** The command. */
  readonly id: string
  /** What it did. */
  readonly done?: CalendarChange | null | undefined
  /** Every reason, when it clashes with what came before it. */
  readonly error?: ErrorReport | null | undefined
}

/** The events of another calendar. */
export interface ImportFeedRequest {
  /** The resource whose time they block. */
  readonly resource: string
  /** What the other calendar is called: what it blocked before and no longer has becomes free. */
  readonly source: string
  /** The iCalendar text, of up to 16 MiB. */
  readonly text: string
  /** Events on these days; others are left alone. */
  readonly days: DayRange
}

/** What a feed changed. Of what it says it frees nothing: an event that cannot be read keeps what it blocked. */
export interface ImportedFeed {
  /** What is blocked now and was not. */
  readonly added: readonly Blocked[]
  /** What was blocked and is free now. */
  readonly removed: readonly Blocked[]
  /** How many times stayed as they were. */
  readonly unchanged: number
  /** What could not be read of events and lines, each with its line. Such an event blocks what can be read of it. */
  readonly faults: readonly Reason[]
  /** How many faults there were beyond those. */
  readonly moreFaults: number
}

/** What is written for other calendars? */
export interface ExportFeedRequest {
  /** The present moment: the stamp of every event. */
  readonly now: Instant
  /** The resources; all when empty. */
  readonly resources?: readonly string[] | undefined
  /** The days. */
  readonly days: DayRange
  /** Events with their titles, or only what is busy. */
  readonly content?: FeedContent | undefined
  /** The name of the calendar. */
  readonly name?: string | null | undefined
}

/** What a feed tells. */
export type FeedContent =
  /**
   * Every booking as an event, every hold as a tentative one, and what is blocked here. What another calendar blocked is
   * left out, for it comes from there.
   */
  | 'events'
  /** When no unit is left, without a word about why. */
  | 'free_busy'

/** What a calendar holds now. */
export type SnapshotRequest = { readonly [key: string]: never }

/** Something begins to live by the machine. */
export interface StartRequest {
  /** The present moment. */
  readonly now: Instant
  /** What it is known by. */
  readonly id?: string | null | undefined
  /** Who began it. */
  readonly actor?: string | null | undefined
  /** What is recorded of it from the beginning. */
  readonly fields?: { readonly [key: string]: unknown } | undefined
}

/** What an event did. */
export interface MachineFired<State extends string = string, Event extends string = string> {
  /** The instance as it is now. */
  readonly instance: MachineInstance<State, Event>
  /** How it stands. */
  readonly standing: MachineStanding
  /** Whether it has ended. */
  readonly terminal: boolean
  /** What the host is to carry out. */
  readonly effects: readonly MachineEffect[]
  /** What to keep of it. */
  readonly record: MachineRecord<State, Event>
  /** What had happened by itself before it, in order: to be kept and carried out first. */
  readonly settled?: readonly MachineSettled<State, Event>[] | undefined
}

/** Something that lives by a machine: plain data, to be kept by the host. */
export interface MachineInstance<State extends string = string, Event extends string = string> {
  /** The machine's name. */
  readonly machine: string
  /** The machine's version. */
  readonly machineVersion: number
  /** What it is known by. */
  readonly id?: string | null | undefined
  /** The state it is in. */
  readonly state: State
  /** How often something happened to it: what tells two writers apart. */
  readonly version: number
  /** When it came into its state. */
  readonly enteredAt: Instant
  /** What was recorded of it. */
  readonly fields?: { readonly [key: string]: unknown } | undefined
}

/** What happened, to be kept by the host: the history from which an instance can be made again. */
export interface MachineRecord<State extends string = string, Event extends string = string> {
  /** The instance's version after it. */
  readonly version: number
  /** What happened; nothing for the beginning. */
  readonly event?: Event | null | undefined
  /** The state before; none for the beginning. */
  readonly before?: State | null | undefined
  /** The state after. */
  readonly after: State
  /** When. */
  readonly at: Instant
  /** Who. */
  readonly actor?: string | null | undefined
  /** What was given with it. */
  readonly given?: { readonly [key: string]: unknown } | undefined
  /** What it set; `null` for what it cleared. */
  readonly changed?: { readonly [key: string]: unknown } | undefined
}

/** What happened by itself before the event: a timer had run out, and nobody had fired it. */
export interface MachineSettled<State extends string = string, Event extends string = string> {
  /** What to keep of it; it happened when it was due. */
  readonly record: MachineRecord<State, Event>
  /** What the host is to carry out. */
  readonly effects?: readonly MachineEffect[] | undefined
}

/** An event happens to an instance. */
export interface FireRequest<State extends string = string, Event extends string = string> {
  /** The instance as it is. */
  readonly instance: MachineInstance
  /** What happens. */
  readonly event: Event
  /** The present moment. */
  readonly now: Instant
  /** Who does it. */
  readonly actor?: string | null | undefined
  /** What the actor may do, such as `bookings:*`; `*` for a job of the system. */
  readonly permissions?: readonly string[] | undefined
  /** The facts that guards look at. What is given with the event and what was recorded of the instance are facts too. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
  /** What is given with the event: a reason, a payment's reference. */
  readonly given?: { readonly [key: string]: unknown } | undefined
  /** The version that the actor saw; another one is refused. */
  readonly expectedVersion?: number | null | undefined
}

/** Events of many instances, each for itself. */
export interface FireAllRequest<State extends string = string, Event extends string = string> {
  /** The events. */
  readonly events: readonly FireRequest<State, Event>[]
}

/** What came of one event among many. */
export interface MachineAttempt<State extends string = string, Event extends string = string> {
  /** What it did. */
  readonly fired?: MachineFired<State, Event> | null | undefined
  /** Why it did nothing. */
  readonly error?: ErrorReport | null | undefined
}

/** Where an event leads, asked with names alone. */
export interface StepRequest<State extends string = string, Event extends string = string> {
  /** The state. */
  readonly state: State
  /** The event. */
  readonly event: Event
  /** The facts that guards look at. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
}

/** Where an event leads. */
export interface MachineStep<State extends string = string, Event extends string = string> {
  /** The state after it. */
  readonly state: State
  /** Whether that is an end. */
  readonly terminal: boolean
}

/** What may happen next? */
export interface AllowedRequest {
  /** The instance as it is. */
  readonly instance: MachineInstance
  /** The present moment; without it, when the instance came into its state. */
  readonly now?: Instant | null | undefined
  /** What the actor may do, such as `bookings:*`. */
  readonly permissions?: readonly string[] | undefined
  /** The facts that guards look at. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
}

/** An event, whether it may happen, and why not. */
export interface MachineChoice<State extends string = string, Event extends string = string> {
  /** The event. */
  readonly event: Event
  /** What people read. */
  readonly label?: string | null | undefined
  /** Whether it may happen. */
  readonly open: boolean
  /** The state it would lead to. */
  readonly leadsTo?: State | null | undefined
  /** What has to be given with it. */
  readonly requires: readonly string[]
  /** Every reason against it. */
  readonly reasons: readonly Reason[]
}

/** Which timers have run out? */
export interface DueRequest {
  /** The present moment. */
  readonly now: Instant
  /** The instances. */
  readonly instances: readonly MachineInstance[]
}

/** The timers of many instances. */
export interface MachineTimers<State extends string = string, Event extends string = string> {
  /** What has run out, in order of time. */
  readonly due: readonly MachineDue<State, Event>[]
  /** When the next one of the rest does: there is no need to ask before, unless facts change on which guards depend. */
  readonly nextAt?: Instant | null | undefined
}

/** A timer that has run out: fire its event. */
export interface MachineDue<State extends string = string, Event extends string = string> {
  /** The place of the instance in the request. */
  readonly place: number
  /** What the instance is known by. */
  readonly id?: string | null | undefined
  /** What happens. */
  readonly event: Event
  /** When the timer ran out. */
  readonly at: Instant
}

/** An instance is to be made again from its history. */
export interface ReplayRequest {
  /** What it is known by. */
  readonly id?: string | null | undefined
  /** Everything that happened, from the beginning. */
  readonly history: readonly MachineRecord[]
}

/** A picture of the machine. */
export interface DiagramRequest {
  /** As what. */
  readonly drawing: MachineDrawing
  /** The state that is marked as the present one. */
  readonly state?: string | null | undefined
}

/** The language of a picture. */
export type MachineDrawing =
  /** Mermaid, which Markdown pages draw. */
  | 'mermaid'
  /** DOT, which Graphviz draws. */
  | 'dot'

/** The shortest ways to every state are asked for. */
export type PathsRequest = { readonly [key: string]: never }

/** The shortest way to a state. */
export interface MachinePath {
  /** The state. */
  readonly state: string
  /** The events that lead there from the initial state. */
  readonly events: readonly string[]
}

/** Where does a case stand? */
export interface DeadlineTrackRequest {
  /** The case. */
  readonly tracked: DeadlineCase
  /** The present moment. What the history tells of later moments is left out, so that any moment can be asked for. */
  readonly now: Instant
}

/** A ticket, an enquiry, a lead: when it came, and what happened since. */
export interface DeadlineCase {
  /** When it came. */
  readonly receivedAt: Instant
  /** The priority with which it came. */
  readonly priority: string
  /** Who had it from the beginning. */
  readonly agent?: string | null | undefined
  /** What happened since; by the order of its moments, and of the list where they are the same. */
  readonly history?: readonly DeadlineEntry[] | undefined
  /** The warnings that were given, by target, so that none is given twice: their percentages. */
  readonly warned?: { readonly [key: string]: readonly number[] } | undefined
  /** The levels of escalation that were told, by target, so that none is told twice: their numbers, from 1. */
  readonly escalated?: { readonly [key: string]: readonly number[] } | undefined
}

/** Something that happened: one field of it or several. */
export interface DeadlineEntry {
  /** When. */
  readonly at: Instant
  /** The state that it came to. */
  readonly state?: string | null | undefined
  /** The event, such as `first_reply`. */
  readonly event?: string | null | undefined
  /** The priority that it was given: its time counts from the beginning. */
  readonly priority?: string | null | undefined
  /** Who has it from now on. */
  readonly agent?: string | null | undefined
}

/** Where a case stands. */
export interface TrackedDeadlines {
  /** Every target that the case's priority has a deadline for, by name. */
  readonly targets: readonly DeadlineStanding[]
}

/** Where a target stands. All seconds are those in which its time ran: of business, and not paused. */
export interface DeadlineStanding {
  /** Its name. */
  readonly target: string
  /** The priority that it is measured by: the present one, or that of the moment at which it was met. */
  readonly priority: string
  /** When it is due, or was: by the pauses so far, and when it is paused as if time ran again now. */
  readonly dueAt: Instant
  /** The seconds that are left; none when it is late. */
  readonly remainingSeconds: number
  /** The seconds that it is late by, or was when it was met; nothing when it is in time. */
  readonly breachedBySeconds?: number | null | undefined
  /** When it was met. */
  readonly metAt?: Instant | null | undefined
  /** The seconds that it took. */
  readonly metInSeconds?: number | null | undefined
  /** Whether its time stands still. */
  readonly paused: boolean
  /** The warnings reached, by percentage. */
  readonly warnings: readonly DeadlineNotice[]
  /** The levels of escalation reached, from 1. */
  readonly levels: readonly DeadlineNotice[]
}

/** A warning or a level of escalation that was reached. */
export interface DeadlineNotice {
  /** The percentage of a warning; the number of a level, from 1. */
  readonly number: number
  /** Who is told, of a level. */
  readonly name?: string | null | undefined
  /** When it was reached. */
  readonly at: Instant
  /** Whether it has not been told yet. */
  readonly due: boolean
}

/** How well were deadlines kept? */
export interface DeadlineComplianceRequest {
  /** The cases; those that were received in the period count. */
  readonly cases: readonly DeadlineCase[]
  /** The period. */
  readonly period: Span
  /** The present moment. */
  readonly now: Instant
  /** By what the figures are kept apart, beside the target. */
  readonly by?: readonly DeadlineGrouping[] | undefined
}

/** By what figures are kept apart. */
export type DeadlineGrouping =
  /** The present priority, or that of the moment at which the target was met. */
  | 'priority'
  /** Who has the case, or had it when the target was met. */
  | 'agent'

/** How well a target's deadlines were kept. Each case is met in time, breached or still open. */
export interface DeadlineFigures {
  /** The target. */
  readonly target: string
  /** The priority, when figures are kept apart by it. */
  readonly priority?: string | null | undefined
  /** The agent, when figures are kept apart by them; nothing for what nobody has. */
  readonly agent?: string | null | undefined
  /** How many cases have the deadline. */
  readonly counted: number
  /** How many were met in time. */
  readonly metInTime: number
  /** How many were met too late, or are late and not met. */
  readonly breached: number
  /** How many are neither met nor late. */
  readonly stillOpen: number
  /** The percentage met in time of those met or late, to two digits; nothing when there is none. */
  readonly percent?: Decimal | null | undefined
  /** The seconds of its time that it took to meet it, in the mean; nothing when none was met. */
  readonly meanSeconds?: number | null | undefined
  /** The seconds that the slowest took. */
  readonly longestSeconds?: number | null | undefined
}

/** A tenant's settings are asked for. */
export interface SettingsRequest {
  /** On behalf of whom. */
  readonly tenant: string
}

/** How does a tenant stand? */
export interface StandingRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The present moment. */
  readonly now: Instant
  /** The status that it is to have from now on; refused when it may not. */
  readonly becomes?: TenantStatus | null | undefined
}

/** How a tenant stands, and what that allows. */
export interface TenantStanding {
  /** Its status. */
  readonly status: TenantStatus
  /** Since when, to be kept with the status. */
  readonly since?: Instant | null | undefined
  /** Whether its people may log in. */
  readonly logIn: boolean
  /** Whether they may read. */
  readonly reads: boolean
  /** Whether they may write. */
  readonly writes: boolean
  /** While it is deleted: the moment until which it can be restored. */
  readonly restoreUntil?: Instant | null | undefined
  /** While it is deleted: the moment from which on what it has is erased, the same one. */
  readonly purgeAt?: Instant | null | undefined
  /** The status that it may have next, as of now. */
  readonly next: readonly TenantStatus[]
}

/** May somebody do that? */
export interface MayRequest {
  /** Who. */
  readonly actor: AccessActor
  /** The permission that it needs, such as `bookings:write`. */
  readonly action: string
  /** The record it is done with; without one only what holds for every record counts. */
  readonly record?: AccessRecord | null | undefined
}

/** Who acts, as whoever let them in knows them: from a token or a session, never from what they ask. */
export interface AccessActor {
  /** Whose they are. */
  readonly tenant: string
  /** Who. */
  readonly id: string
  /** Their roles. */
  readonly roles?: readonly string[] | undefined
  /** What they may do with single records. */
  readonly grants?: readonly RecordGrant[] | undefined
  /** What they may not do with single records, whatever else allows it. */
  readonly denials?: readonly RecordDenial[] | undefined
  /**
   * The most that they may, whatever their roles and grants allow: the scopes of the key by which they come. All of it where they
   * come by none.
   */
  readonly scopes?: readonly string[] | null | undefined
  /** Whether they run the platform: they may do everything, and all of it is audited. */
  readonly superAdmin?: boolean | undefined
  /** Whether someone who runs the platform acts in a tenant that is not their own; it has to be said. */
  readonly acrossTenants?: boolean | undefined
}

/** What somebody may do with one record. */
export interface RecordGrant {
  /** The record's id. */
  readonly record: string
  /** What may be done. */
  readonly permissions: readonly string[]
}

/** What somebody may not do with one record. */
export interface RecordDenial {
  /** The record's id. */
  readonly record: string
  /** What may not be done: `bookings:write`, `bookings:*`, `*`. */
  readonly permissions: readonly string[]
}

/** The record that something is done with. */
export interface AccessRecord {
  /** Whose it is. */
  readonly tenant: string
  /** Its id; none when it is only about to be made. */
  readonly id?: string | null | undefined
  /** What is in it: at least the fields by which relations are told. */
  readonly fields?: { readonly [key: string]: unknown } | undefined
}

/** Whether somebody may, and why. */
export interface AccessVerdict {
  /** Whether they may. */
  readonly allowed: boolean
  /** What allows it; nothing when refused. */
  readonly via?: AccessVia | null | undefined
  /** The permission they lack; nothing when allowed. */
  readonly missing?: string | null | undefined
  /** The role that denies it, whatever else allows it. */
  readonly deniedBy?: string | null | undefined
  /** The record with which it is denied to them, whatever else allows it. */
  readonly deniedOn?: string | null | undefined
  /** Whether it has to be audited: refused attempts, audited permissions, and all that a super-admin does. */
  readonly audit: boolean
}

/** What allows something. */
export type AccessVia =
  /** A role of that name. */
  | {
    readonly role: string
  }
  /** A relation of that name to the record, such as `own`. */
  | {
    readonly relation: string
  }
  /** A grant on the record of that id. */
  | {
    readonly grant: string
  }
  /** They run the platform. */
  | 'super_admin'

/** What may somebody see of a record? */
export interface MaskRequest {
  /** Who looks at it. */
  readonly actor: AccessActor
  /** The kind of record, as the rules name it. */
  readonly entity: string
  /** The record with its fields. */
  readonly record: AccessRecord
}

/** A record as somebody may see it. */
export interface MaskedRecord {
  /** Its fields; in the place of what is hidden stand eight stars. */
  readonly fields: { readonly [key: string]: unknown }
  /** What is hidden, as JSON pointers into the fields. */
  readonly masked: readonly string[]
}

/** Somebody is to have other roles. */
export interface ChangeRolesRequest {
  /** Who changes them. */
  readonly actor: AccessActor
  /** Everybody of the tenant. */
  readonly members: readonly AccessActor[]
  /** Whose roles change. */
  readonly member: string
  /** Their roles from now on; none when they leave. */
  readonly roles: readonly string[]
}

/** Is a feature on? */
export interface FlagRequest {
  /** Which one. */
  readonly flag: string
  /** For whom. */
  readonly subject: FlagSubject
}

/** For whom is asked. */
export interface FlagSubject {
  /** On behalf of whom. */
  readonly tenant: string
  /** The present moment. */
  readonly now: Instant
  /** Who of the tenant, such as a user's id: percentages are of them. Of the tenants themselves when not given. */
  readonly id?: string | null | undefined
  /** Their roles. */
  readonly roles?: readonly string[] | undefined
  /** The tenant's plan. */
  readonly plan?: string | null | undefined
}

/** Whether a feature is on, and why. */
export interface FlagAnswer {
  /** Which one. */
  readonly flag: string
  /** Whether it is on. */
  readonly on: boolean
  /** The rule that decided. */
  readonly decidedBy: FlagRule
  /** The role or plan that decided. */
  readonly name?: string | null | undefined
  /** Where a percentage decided: it is on for those whose share, from 0.00 to 99.99, is below the percentage. */
  readonly share?: Decimal | null | undefined
}

/** A rule that decides whether a feature is on, in their order. */
export type FlagRule =
  /** What it is for this tenant. */
  | 'forced'
  /** It has not started, or has ended. */
  | 'schedule'
  /** A role. */
  | 'role'
  /** The plan. */
  | 'plan'
  /** A percentage. */
  | 'percentage'
  /** Nothing else. */
  | 'otherwise'

/** May these calls go on? */
export interface RateLimitRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The moment. */
  readonly now: Instant
  /** The tenant's plan. */
  readonly plan?: string | null | undefined
  /** The limits that one call must pass, each with the state that is kept for it: all let it through or none counts it. */
  readonly calls: readonly RateLimitCall[]
}

/** A call as one limit counts it. */
export interface RateLimitCall {
  /** The limit's name. */
  readonly limit: string
  /** What the call costs; what the limit says when not given. 0 only looks. */
  readonly cost?: number | null | undefined
  /** What the last answer gave for this address, user or tenant; nothing yet when not given. */
  readonly state?: RateLimitState | null | undefined
}

/** What a limit keeps for an address, a user or a tenant. */
export interface RateLimitState {
  /** Whose it is. */
  readonly tenant: string
  /** The limit's name. */
  readonly limit: string
  /** What was let through, as the limit keeps it. */
  readonly marks: readonly RateMark[]
}

/**
 * What was let through, as small as it can be kept. A window keeps what was let through in each of its stretches, with
 * the last moment of it. A bucket keeps one: the moment at which it is full again.
 */
export interface RateMark {
  /** The moment. */
  readonly at: Instant
  /** How much; for a bucket the part of a microsecond that is missing, counted in as many parts as the amount. */
  readonly units: number
}

/** Whether a call may go on. */
export interface RateLimitAnswer {
  /** Whether every limit lets it through. */
  readonly allowed: boolean
  /** In how many seconds all of them would; 0 when they do. */
  readonly retryAfterSeconds: number
  /** What each limit says, in the order of the calls. */
  readonly limits: readonly RateLimitVerdict[]
  /** Every limit that refuses. */
  readonly reasons: readonly Reason[]
}

/** What one limit says. */
export interface RateLimitVerdict {
  /** Its name. */
  readonly limit: string
  /** For whom the state is to be kept. */
  readonly per: RateLimitKey
  /** The most that may pass at once. */
  readonly amount: number
  /** How much is left. */
  readonly remaining: number
  /** When everything is left again. */
  readonly resetAt: Instant
  /** In how many seconds it lets the call through; 0 when it does. */
  readonly retryAfterSeconds: number
  /** The state to keep. */
  readonly state: RateLimitState
}

/** Is it locked, and what happened? */
export interface LockoutRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The rule's name. */
  readonly lockout: string
  /** The moment. */
  readonly now: Instant
  /** What happened. */
  readonly event: LockoutEvent
  /** Of what it was a failure, for a rule that counts different ones. */
  readonly of?: string | null | undefined
  /** What the last answer gave for this account or address; nothing yet when not given. */
  readonly state?: LockoutState | null | undefined
}

/** What happened. */
export type LockoutEvent =
  /** Nothing yet: is it locked? Asked before a password is looked at. */
  | 'check'
  /** A failure. While it is locked it counts for nothing. */
  | 'failure'
  /** A success: earlier failures and locks are forgotten. While it is locked it counts for nothing. */
  | 'success'
  /** Somebody in charge unlocks it. */
  | 'unlock'

/** What a lockout keeps for an account or an address. */
export interface LockoutState {
  /** Whose it is. */
  readonly tenant: string
  /** The rule's name. */
  readonly lockout: string
  /** The failures that count, the oldest first. */
  readonly failures?: readonly LockoutMark[] | undefined
  /** Until when it is, or was last, locked. */
  readonly lockedUntil?: Instant | null | undefined
  /** How many locks followed each other. */
  readonly locks?: number | undefined
}

/** One failure. */
export interface LockoutMark {
  /** When. */
  readonly at: Instant
  /** Of what, where only different ones count. */
  readonly of?: string | null | undefined
}

/** Whether it is locked. */
export interface LockoutAnswer {
  /** Whether it is locked: even what is right is refused. */
  readonly locked: boolean
  /** Until when. */
  readonly lockedUntil?: Instant | null | undefined
  /** For how many seconds more; 0 when it is not. */
  readonly retryAfterSeconds: number
  /** How many more failures lock it. */
  readonly failuresLeft: number
  /** Why it is refused. */
  readonly reasons: readonly Reason[]
  /** The state to keep. */
  readonly state: LockoutState
}

/** May somebody from this address come in? */
export interface AddressRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The address. */
  readonly address: string
  /** The moment. */
  readonly now: Instant
  /** Rules beside those of the tenant: addresses that were blocked for an hour. */
  readonly rules?: readonly AddressRule[] | undefined
}

/** Whether an address passes. */
export interface AddressAnswer {
  /** Whether it passes. */
  readonly allowed: boolean
  /** By which rule; none when no rule speaks of it, and then it passes. */
  readonly rule?: AddressRule | null | undefined
  /** Why it is refused. */
  readonly reasons: readonly Reason[]
}

/** Something is to be taken, held or given back, or is only asked. */
export interface QuotaRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The quota's name. */
  readonly quota: string
  /** What is to be done. */
  readonly action: QuotaAction
  /** The moment. */
  readonly now: Instant
  /** The tenant's plan. */
  readonly plan?: string | null | undefined
  /** How much. */
  readonly amount?: number | undefined
  /** By which name it is known, so that the same request again changes nothing. A reservation needs one. */
  readonly key?: string | null | undefined
  /** Until when a reservation holds, and a key is known; the key of what was taken is otherwise known as long as it counts. */
  readonly expiresAt?: Instant | null | undefined
  /** What the last answer gave; nothing yet when not given. */
  readonly state?: QuotaState | null | undefined
}

/** What is done with a quota. */
export type QuotaAction =
  /** Only asks whether so much could be taken. */
  | 'check'
  /** Takes it at once. */
  | 'take'
  /** Gives back what was taken. */
  | 'give_back'
  /** Holds it under a key until a moment: nobody else gets it. */
  | 'reserve'
  /** Takes what is held. */
  | 'commit'
  /** Lets go of what is held. */
  | 'release'

/** What is kept of a quota. */
export interface QuotaState {
  /** Whose it is. */
  readonly tenant: string
  /** The quota's name. */
  readonly quota: string
  /** The first day of the period that is counted. */
  readonly period?: Day | null | undefined
  /** How much is taken. */
  readonly used: number
  /** The percentages that are exceeded and were told. */
  readonly warned?: readonly number[] | undefined
  /** What is known by a key. */
  readonly entries?: readonly QuotaEntry[] | undefined
}

/** What was held or taken under a key. */
export interface QuotaEntry {
  /** The key. */
  readonly key: string
  /** How much. */
  readonly amount: number
  /** Whether it is taken; otherwise it is held. */
  readonly taken: boolean
  /** In which period it was taken, where there are periods. */
  readonly period?: Day | null | undefined
  /** Until when it is held, or its key is known. */
  readonly expiresAt?: Instant | null | undefined
}

/** Whether it was done, and how much there is. */
export interface QuotaAnswer {
  /** Whether it was done, or could be. */
  readonly allowed: boolean
  /** Why not. */
  readonly reasons: readonly Reason[]
  /** How much is taken now. */
  readonly used: number
  /** How much is held beside that. */
  readonly held: number
  /** The figures that hold. */
  readonly figures: QuotaFigures
  /** How much can still be taken; no end when none. */
  readonly remaining?: number | null | undefined
  /** How much more than the soft figure is taken. */
  readonly overage: number
  /** The percentages that were crossed just now; each crossing is told once. */
  readonly warnings: readonly number[]
  /** When the next period begins. */
  readonly resetsAt?: Instant | null | undefined
  /** The state to keep. */
  readonly state: QuotaState
}

/** The next number, please. */
export interface NumberRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The format's name. */
  readonly format: string
  /** The moment. */
  readonly now: Instant
  /** What stands for the named parts: up to 20 letters and digits each. */
  readonly parts?: { readonly [key: string]: string } | undefined
  /** What the last answer gave for these parts; no number yet when not given. */
  readonly state?: NumberState | null | undefined
}

/** What is kept of the numbers of a kind. */
export interface NumberState {
  /** Whose it is. */
  readonly tenant: string
  /** The format's name. */
  readonly format: string
  /** The parts that this counter counts. */
  readonly parts?: { readonly [key: string]: string } | undefined
  /** The latest day on which a number was given, by the tenant's clock. */
  readonly day: Day
  /** The last number that was given. */
  readonly last: number
}

/** A number. */
export interface NumberAnswer {
  /** As people read it. */
  readonly number: string
  /** What its counter says. */
  readonly sequence: number
  /** The state to keep, before anybody sees the number. */
  readonly state: NumberState
}

/** A key is to be made, alone or in the place of another one. */
export interface NewKeyRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** What it is to be known by. */
  readonly id: string
  /** The moment. */
  readonly now: Instant
  /** 256 random bits as 64 hexadecimal digits, from the source of chance that the system keeps for secrets. */
  readonly random: string
  /** How it begins: `rk_live`, `rk_test`. */
  readonly prefix?: string | undefined
  /** What it may do; what the replaced key may when not given. */
  readonly scopes?: readonly string[] | null | undefined
  /** When it ends. */
  readonly expiresAt?: Instant | null | undefined
  /** Addresses and ranges that may use it; those of the replaced key when not given. */
  readonly addresses?: readonly string[] | null | undefined
  /** The key whose place it takes: both hold for a while. One that was revoked or has expired is not replaced. */
  readonly replaces?: ApiKeyRecord | null | undefined
  /** For how long, in seconds: a day when not given. */
  readonly overlapSeconds?: number | undefined
}

/** What is kept of a key; the key itself is not. */
export interface ApiKeyRecord {
  /** Whose it is. */
  readonly tenant: string
  /** What it is known by. */
  readonly id: string
  /** How it begins: `rk_live`. */
  readonly prefix: string
  /** SHA-256 of the key, as 64 hexadecimal digits. */
  readonly hash: string
  /** Its last four characters, by which people tell keys apart. */
  readonly lastFour: string
  /** What it may do: `rates:read`, `bookings:*`. */
  readonly scopes: readonly string[]
  /** When it was made. */
  readonly createdAt: Instant
  /** When it ends; never when not given. */
  readonly expiresAt?: Instant | null | undefined
  /** When it was revoked. */
  readonly revokedAt?: Instant | null | undefined
  /** Addresses and ranges that may use it; every one when empty. */
  readonly addresses?: readonly string[] | undefined
}

/** A key, shown this once. */
export interface NewKey {
  /** The key itself: nobody can be shown it again. */
  readonly key: string
  /** What is to be kept. */
  readonly record: ApiKeyRecord
  /** The record of the replaced key, with its end. */
  readonly replaced?: ApiKeyRecord | null | undefined
}

/** May who holds this key come in? */
export interface CheckKeyRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The key, as it was given. */
  readonly key: string
  /** The moment. */
  readonly now: Instant
  /** The tenant's keys, or the one with the key's hash. */
  readonly records: readonly ApiKeyRecord[]
  /** From where it comes. */
  readonly address?: string | null | undefined
  /** What it is to do. */
  readonly needs?: readonly string[] | undefined
}

/** Whether a key holds. */
export interface KeyCheck {
  /** Whether it does. */
  readonly allowed: boolean
  /** The id of its record. */
  readonly id?: string | null | undefined
  /** Its hash, by which its record is found; none when the key was mistyped. */
  readonly hash?: string | null | undefined
  /** Every reason against it. */
  readonly reasons: readonly Reason[]
}

/** Are these values and tags right for a thing of that kind? */
export interface CheckFieldsRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** What kind of thing. */
  readonly entity: string
  /** Its values by field; numbers and dates as text. */
  readonly values?: { readonly [key: string]: unknown } | undefined
  /** Its tags. */
  readonly tags?: readonly string[] | undefined
  /** Values of unique fields that other things have. */
  readonly taken?: { readonly [key: string]: readonly string[] } | undefined
}

/** Values and tags as they are to be stored. */
export interface CheckedFields {
  /** The values: texts without blanks around them, numbers without zeros at their end. */
  readonly values: { readonly [key: string]: unknown }
  /** The tags in small letters, each once. */
  readonly tags: readonly string[]
  /** The fields whose values no other thing may have: look them up, or let the store's index decide. */
  readonly unique: readonly string[]
  /** Values of fields that are not, or no longer, defined. */
  readonly archived: { readonly [key: string]: unknown }
}

/** May this change be made? */
export interface CheckPoliciesRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** What would be after the change. */
  readonly subject: PolicySubject
}

/** Something that policies are asked about. */
export interface PolicySubject {
  /** Which one. */
  readonly id: string
  /** What is known of it; decimals and days as text. */
  readonly facts: { readonly [key: string]: unknown }
}

/** What all policies say, and what follows. */
export interface PolicyDecision {
  /** About what. */
  readonly subject: string
  /** The gravest of the verdicts. */
  readonly overall: PolicyOutcome
  /** What each policy says, in the order of the definition. */
  readonly verdicts: readonly PolicyVerdict[]
}

/** What follows of a policy, or of all of them; the graver ones last. */
export type PolicyOutcome =
  /** It holds. */
  | 'compliant'
  /** It does not, which is told. */
  | 'warned'
  /** A fact is missing, so nobody can say. */
  | 'unchecked'
  /** It does not, and somebody has to approve. */
  | 'approval_needed'
  /** It does not, and the change is not made. */
  | 'denied'

/** What one policy says. */
export interface PolicyVerdict {
  /** Which policy. */
  readonly policy: string
  /** What it is about. */
  readonly kind: PolicyKind
  /** What follows. */
  readonly outcome: PolicyOutcome
  /** What is said when it does not hold. */
  readonly message?: string | null | undefined
  /** The figure; decimals and days as text. */
  readonly figure?: unknown | undefined
  /** The limit. */
  readonly limit?: unknown | undefined
}

/** Which of the things there are keep the policies? */
export interface ComplianceRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** What there is. */
  readonly subjects: readonly PolicySubject[]
}

/** Which policies are kept, and by what. */
export interface ComplianceReport {
  /** The gravest outcome of each, by id. */
  readonly subjects: { readonly [key: string]: PolicyOutcome }
  /** Each policy, in the order of the definition. */
  readonly policies: readonly PolicyCompliance[]
}

/** Who keeps one policy. */
export interface PolicyCompliance {
  /** Which policy. */
  readonly policy: string
  /** What follows when it is not kept. */
  readonly effect: PolicyEffect
  /** How many keep it. */
  readonly compliant: number
  /** Which do not, and are told. */
  readonly warned: readonly string[]
  /** Which do not, where it denies or wants approval. */
  readonly breached: readonly string[]
  /** Which lack a fact it is about. */
  readonly unchecked: readonly string[]
}

/** How does a budget stand, and who is to be told what? */
export interface BudgetRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** Which budget. */
  readonly budget: string
  /** What was spent by day, of this month and the one before; entries of one day add up. */
  readonly spent: readonly DaySpend[]
  /** What has been told already; nothing at first. */
  readonly state?: BudgetState | null | undefined
  /** The moment. */
  readonly now: Instant
}

/** What was spent on a day. */
export interface DaySpend {
  /** The day, in the tenant's zone. */
  readonly day: Day
  /** How much; below nothing when it came back. */
  readonly amount: Money
}

/** Which thresholds have been told in a month. */
export interface BudgetState {
  /** The first day of that month. */
  readonly month: Day
  /** The percentages. */
  readonly told: readonly number[]
}

/** How a budget stands. */
export interface BudgetStanding {
  /** The month. */
  readonly period: DayRange
  /** What was spent in it so far. */
  readonly spent: Money
  /** That in percent of the budget, to two digits and never rounded up: a threshold that is shown is reached. */
  readonly percent: Decimal
  /** The thresholds to tell of now; each is told once in a month. */
  readonly tell: readonly number[]
  /** The day on which more than the budget was spent, or will be as things go. */
  readonly exceededOn?: Day | null | undefined
  /** How the month will end; nothing before there is a full day to go by. */
  readonly forecast?: BudgetForecast | null | undefined
  /** Compared with the same days of the month before. */
  readonly trend: BudgetTrend
  /** What has been told now; give it the next time. */
  readonly state: BudgetState
}

/** How a month will end: what was spent, and so much more on each day after today. */
export interface BudgetForecast {
  /** With the mean of the last seven full days. */
  readonly expected: Money
  /** With the least of them. */
  readonly low: Money
  /** With the most of them. */
  readonly high: Money
  /** How many full days it goes by. */
  readonly fullDays: number
}

/** A period beside the one before it. */
export interface BudgetTrend {
  /** What was spent in the one before. */
  readonly before: Money
  /** How much more it is now. */
  readonly change: Money
  /** That in percent, to two digits; no basis when nothing was spent before. */
  readonly percent?: Decimal | null | undefined
}

/** What is known about one person? */
export interface ExportPersonRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** Who. */
  readonly person: string
  /** Whether sensitive fields are given out too. */
  readonly sensitive?: boolean | undefined
  /** Where to look; what is not about the person is left out. */
  readonly records: readonly PersonalRecord[]
}

/** Something that may be about people. */
export interface PersonalRecord {
  /** What kind of thing. */
  readonly entity: string
  /** Which one. */
  readonly id: string
  /** Everything it says. */
  readonly values: { readonly [key: string]: unknown }
}

/** What is known about one person, and about nobody else. */
export interface PersonExport {
  /** Who. */
  readonly person: string
  /** The records by kind of thing, in the order they were given. */
  readonly records: { readonly [key: string]: readonly PersonalRecord[] }
}

/** These records are no longer to say whom they are about. */
export interface AnonymiseRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** Only what is about this person; about anybody when not given. */
  readonly person?: string | null | undefined
  /**
   * At least 16 random bytes in hexadecimal. The same key gives the same pseudonyms; when it is thrown away, nobody can find
   * a value by trying.
   */
  readonly key: string
  /** The records. */
  readonly records: readonly PersonalRecord[]
}

/** Records that no longer say whom they are about. */
export interface Anonymised {
  /** All records, in the order they were given. */
  readonly records: readonly PersonalRecord[]
  /** What was changed: JSON pointers such as `/records/0/values/name`. */
  readonly changed: readonly string[]
}

/** What has been kept long enough? */
export interface RetentionRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** The moment; the day is that of the tenant's zone. */
  readonly now: Instant
  /** What is kept. */
  readonly records: readonly RetainedRecord[]
  /** Records under a legal hold, by id. */
  readonly held?: readonly string[] | undefined
  /** Classes under a legal hold as a whole. */
  readonly heldClasses?: readonly string[] | undefined
}

/** Something that is kept for a time. */
export interface RetainedRecord {
  /** Which one. */
  readonly id: string
  /** Of which class. */
  readonly class: string
  /** The day from which its time counts: it was closed, paid, travelled. */
  readonly since: Day
}

/** What is due of one class. */
export interface RetentionClass {
  /** Which class. */
  readonly class: string
  /** What is to be done with what is due. */
  readonly action: RetentionAction
  /** What has been kept long enough. */
  readonly due: readonly string[]
  /** What would be due, and is under a legal hold. */
  readonly held: readonly string[]
  /** How many are not due yet. */
  readonly kept: number
}

/** Did somebody agree to this, at that moment? */
export interface ConsentRequest {
  /** On behalf of whom. */
  readonly tenant: string
  /** To what. */
  readonly purpose: string
  /** To which version of the text; to any when not given. */
  readonly version?: string | null | undefined
  /** At which moment. */
  readonly at: Instant
  /** What the person gave and withdrew, in any order. */
  readonly history: readonly ConsentEntry[]
}

/** Somebody agreed to something, or no longer does. */
export interface ConsentEntry {
  /** To what. */
  readonly purpose: string
  /** The version of the text that was agreed to; a withdrawal is of all versions. */
  readonly version?: string | null | undefined
  /** Whether it was given, or withdrawn. */
  readonly given: boolean
  /** When. */
  readonly at: Instant
  /** Where it came from: a form, a call, a letter. */
  readonly source?: string | null | undefined
}

/** Whether somebody agrees. */
export interface ConsentStanding {
  /** Whether they do. */
  readonly given: boolean
  /** What decides: the consent or its withdrawal; nothing when they were never asked. */
  readonly entry?: ConsentEntry | null | undefined
}

/** Something happened: what is to be done? */
export interface AutomationRequest {
  /** What the occasion is known by, so that it is acted on once. */
  readonly id: string
  /** What happened. */
  readonly trigger: AutomationTrigger
  /** The facts at that time. Those that no condition looks at may be missing. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
  /** The ids of occasions that were acted on before. */
  readonly handled?: readonly string[] | undefined
}

/** What is to be done, and by which rules. Nothing was performed, so the same request is also the rehearsal. */
export interface AutomationRun {
  /** The rules that ran, in the order in which their actions are to be done. */
  readonly runs: readonly AutomationRuleRun[]
  /** The rules that did not run, and why. Of what rules set off, only those that wait for it are told. */
  readonly skipped: readonly AutomationSkip[]
  /** The facts as they are when everything is done. */
  readonly facts: { readonly [key: string]: unknown }
}

/** A rule that ran. */
export interface AutomationRuleRun {
  /** Stable for the occasion, its run and the rule: with the number of the action, the key of an outbox. */
  readonly key: string
  /** The rule. */
  readonly rule: string
  /** The role in whose rights its actions are done, where the rule names one. */
  readonly asRole?: string | null | undefined
  /** What set it off. */
  readonly trigger: AutomationTrigger
  /** The number of the run whose action set it off, counted from 0; the occasion itself when there is none. */
  readonly setOffBy?: number | null | undefined
  /** What is to be done, in this order, with the values of facts filled in. */
  readonly actions: readonly AutomationAction[]
}

/** A rule that did not run. */
export interface AutomationSkip {
  /** The rule. */
  readonly rule: string
  /** Why. */
  readonly why: AutomationSkipWhy
  /** The number of the run whose action would have set it off; the occasion itself when there is none. */
  readonly setOffBy?: number | null | undefined
  /** The rule after which no other was to run. */
  readonly stoppedBy?: string | null | undefined
}

/** Why a rule did not run. */
export type AutomationSkipWhy =
  /** The occasion was acted on before. */
  | 'handled'
  /** It waits for something else. */
  | 'trigger'
  /** It is switched off. */
  | 'disabled'
  /** A rule before it was the last to run. */
  | 'stopped'
  /** Its condition is false. */
  | 'condition'

/** What is to be sent now? */
export interface ContactsDueRequest {
  /** The present moment. */
  readonly now: Instant
  /**
   * `now` of the question before: what was due by then is left to it. Everything that is due when not given, less what was
   * sent.
   */
  readonly since?: Instant | null | undefined
  /** The keys that the question before delayed; with `since`, they are looked at again. */
  readonly delayed?: readonly string[] | undefined
  /** Whom or what it is about: quotes, bookings, customers, documents. */
  readonly subjects: readonly ContactSubject[]
}

/** A quote, a booking, a customer, a document. */
export interface ContactSubject {
  /** What it is known by. */
  readonly id: string
  /** Its dates by name: days such as `2026-05-01`, or moments such as `2026-05-01T10:00:00+02:00`. */
  readonly anchors: { readonly [key: string]: string }
  /** When its dates were entered: what would have been due before is due then. What is yearly begins then. */
  readonly knownAt?: Instant | null | undefined
  /** The state that it is in, and its flags: what can stop a contact. */
  readonly states?: readonly string[] | undefined
  /** What the conditions look at. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
  /** Whether whoever receives it agreed to marketing. */
  readonly marketingConsent?: boolean | undefined
  /** What whoever receives it wants; the first that fits counts. */
  readonly preferences?: readonly ContactPreference[] | undefined
  /** The zone of whoever receives it; that of the plan when not given. */
  readonly zone?: Zone | null | undefined
  /** The keys of what was sent. */
  readonly sent?: readonly string[] | undefined
}

/** What is due, in order of time. */
export interface ContactsDue {
  /** What is to be sent now. */
  readonly send: readonly PlannedContact[]
  /** What is due and waits for the end of quiet hours. */
  readonly delayed: readonly PlannedContact[]
  /** What is due and is not sent. */
  readonly suppressed: readonly PlannedContact[]
  /** The next moment at which something may have to be sent. */
  readonly nextAt?: Instant | null | undefined
}

/** Something that goes out once. */
export interface PlannedContact {
  /** Subject, contact and occurrence: the same however often it is asked for. */
  readonly key: string
  /** Whom or what it is about. */
  readonly subject: string
  /** Which contact. */
  readonly contact: string
  /** On which way. */
  readonly channel: string
  /** When it was to go out by its date alone. */
  readonly dueAt: Instant
  /** When it goes out; never when it is suppressed. */
  readonly goesAt?: Instant | null | undefined
  /** Why it is suppressed. */
  readonly why?: ContactSuppressedWhy | null | undefined
}

/** Why something that is due is not sent. */
export type ContactSuppressedWhy =
  /** It was. */
  | 'sent'
  /** A state or a flag ended it. */
  | 'stopped'
  /** It is not wanted: by whoever receives it, by the tenant, or as a rule. */
  | 'opted_out'
  /** Marketing without consent. */
  | 'no_consent'
  /** Its condition is false. */
  | 'condition'
  /** It is later than its grace. */
  | 'too_late'

/** Which of the records at hand answer a query. */
export interface MatchesRequest {
  /** What is asked. */
  readonly query: RecordQuery
  /** The records, as lists answer them: with their id, and gathered values as lists. */
  readonly records: readonly ({ readonly [key: string]: unknown })[]
}

/** Which records of an entity, in which order, and what of them. */
export interface RecordQuery {
  /** Of what. */
  readonly entity: string
  /** Who asks. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /**
   * The language of whoever asks, such as `de` or `de-AT`: by it texts are shown of which there are several by language, found and
   * sorted; those of the pack's first language stand for those that are not there.
   */
  readonly locale?: string | null | undefined
  /**
   * Filters as the address of a list has them: `status` = `open`, several by comma, `due_on_first`, `due_on_last`,
   * `assignee_given` = `false`.
   */
  readonly filter?: { readonly [key: string]: string } | undefined
  /** A condition besides, such as `quantity <= min_quantity`. */
  readonly where?: string | null | undefined
  /** A part of any searched field, regardless of capital letters. Unless an order is named, what is found best comes first. */
  readonly q?: string | null | undefined
  /** The order: fields, with `-` before those that go down. Amounts of several currencies are ordered within one: `price EUR`. */
  readonly sort?: readonly string[] | undefined
  /** How many at most; 20 when not given. */
  readonly limit?: number | null | undefined
  /** What the page follows on: the keys of the last record before it, as `next` had them: in the order of `sort`, and its id. */
  readonly after?: readonly unknown[] | undefined
  /** The fields that are wanted; all that may be seen when not given. */
  readonly fields?: readonly string[] | undefined
  /** The links whose records are wanted too. */
  readonly expand?: readonly string[] | undefined
  /** The fields whose sums are wanted. */
  readonly sums?: readonly string[] | undefined
  /** The fields by whose values records are to be counted. */
  readonly facets?: readonly string[] | undefined
  /** Whether it is to be told how many there are. */
  readonly total?: boolean | undefined
  /** Whether it is for an export, which needs a permission of its own. */
  readonly export?: boolean | undefined
  /** Whether records that were deleted are wanted, and no others. */
  readonly deleted?: boolean | undefined
}

/** The records at hand that answer a query, as a list would. */
export interface Matched {
  /** The places of the page's records among those that were given, in the order of the list. */
  readonly places: readonly number[]
  /** The records themselves, as the actor may see them. */
  readonly items: readonly ({ readonly [key: string]: unknown })[]
  /** How many there are in all, when asked for. */
  readonly total?: number | null | undefined
  /** What the next page follows on; nothing when this is the last. */
  readonly next?: readonly unknown[] | null | undefined
  /** The sums, by field, of numbers as text, of amounts by currency. */
  readonly sums: { readonly [key: string]: unknown }
  /** How many records have each value, by field. */
  readonly facets: { readonly [key: string]: unknown }
}

/**
 * What is to be asked of an entity's table, in numbers of columns, with every right of the actor in it. Who carries it out adds the
 * tenant and nothing else.
 */
export interface PlannedQuery {
  /** The entity. */
  readonly entity: string
  /** The columns of its table, in order of number. */
  readonly columns: readonly string[]
  /** What must be true of a record, step by step: each puts true or false on a pile, or takes some off it and puts one back. */
  readonly test: readonly PlanStep[]
  /**
   * The languages in which texts are found and sorted of which there are several, the best first; behind them comes the pack's first.
   * A column that ends with `__shown` is such a text in the first of them that is there.
   */
  readonly languages?: readonly string[] | undefined
  /** What the records are ranked by before all else. */
  readonly rank?: PlanRank | null | undefined
  /** The order; it ends with what is unique. */
  readonly sort: readonly PlanSortKey[]
  /** How many records at most. */
  readonly limit: number
  /** The fields that are answered. */
  readonly fields: readonly PlanField[]
  /** The links whose records are answered too, each by its own plan. */
  readonly expand: readonly string[]
  /** The fields that are summed. */
  readonly sums: readonly string[]
  /** The fields by whose values records are counted. */
  readonly facets: readonly string[]
  /** Whether it is to be told how many there are. */
  readonly total: boolean
  /** Where the values of gathered fields stand. */
  readonly gathers: readonly PlanGathering[]
}

/** One step of a test. What is missing makes a comparison false. */
export interface PlanStep {
  /** What it does. */
  readonly step: PlanStepKind
  /** The columns that it looks at. */
  readonly columns?: readonly number[] | undefined
  /** Columns of a sum that are taken off. */
  readonly takenOff?: readonly number[] | undefined
  /** The fields whose lists it looks into. */
  readonly lists?: readonly string[] | undefined
  /** The field whose list it looks at. */
  readonly field?: string | null | undefined
  /** How it compares. */
  readonly sign?: Sign | null | undefined
  /** What it compares with: whole numbers as text, in the units of the column. */
  readonly values?: readonly unknown[] | undefined
  /** How many answers it takes off the pile. */
  readonly count?: number | null | undefined
}

/** What a step does. */
export type PlanStepKind =
  /** Puts a truth on the pile. */
  | 'truth'
  /** Takes several off and puts back whether all are true. */
  | 'all'
  /** Takes several off and puts back whether one of them is true. */
  | 'either'
  /** Turns the last one round. */
  | 'not'
  /** Whether there is a value in the column. */
  | 'given'
  /** Whether the columns, added up, compare so with a number; one of them alone compares by itself. */
  | 'sum'
  /** Whether a text, an id or a truth compares so. */
  | 'compare'
  /** Whether one column compares so with another. */
  | 'columns'
  /** Whether the value is one of several. */
  | 'one_of'
  /** Whether a list has a value. */
  | 'holds'
  /** Whether a text begins with another. */
  | 'begins'
  /** Whether a text has another in it. */
  | 'contains'
  /** Whether any of the columns, or any entry of the lists, has a part in it. */
  | 'search'

/** How something compares. */
export type Sign =
  /** It is the same. */
  | 'equal'
  /** It is below. */
  | 'below'
  /** It is not above. */
  | 'at_most'
  /** It is above. */
  | 'above'
  /** It is not below. */
  | 'at_least'

/**
 * What records are ranked by, the best of their texts: those come first of which a text is the part, then those of which one begins
 * with it, then those of which a word in one does, then all others.
 */
export interface PlanRank {
  /** The columns of the texts. */
  readonly columns: readonly number[]
  /** The fields with lists of texts. */
  readonly lists?: readonly string[] | undefined
  /** What is searched for, in small letters. */
  readonly part: string
}

/** A key of an order. */
export interface PlanSortKey {
  /** The column. */
  readonly column: number
  /** Whether the greatest comes first. What is missing is below everything. */
  readonly descending: boolean
}

/** A field that is answered. */
export interface PlanField {
  /** Which. */
  readonly field: string
  /** The records of which it is seen; of all others stars are. */
  readonly seen: readonly PlanStep[]
}

/** Where the values of a gathered field stand. */
export interface PlanGathering {
  /** The field. */
  readonly field: string
  /** The entity in whose records they stand. */
  readonly entity: string
  /** The column of the value there. */
  readonly value: number
  /** The column of the link there. */
  readonly by: number
  /** What must be true there. */
  readonly test: readonly PlanStep[]
}

/** A change to a record, or a new one. */
export interface RecordCheckRequest {
  /** Of what. */
  readonly entity: string
  /** Who changes it. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** The id of a new record, made by the host. */
  readonly id?: string | null | undefined
  /** The record as it is, as lists answer it and with nothing hidden; none for a new one. */
  readonly before?: { readonly [key: string]: unknown } | null | undefined
  /** Fields with their values: `null` clears, what is absent stays. */
  readonly change?: { readonly [key: string]: unknown } | undefined
  /** Whether it is the whole record: what is absent is cleared, as far as the actor may see and write it. */
  readonly replace?: boolean | undefined
  /** The version that the actor saw; another one is refused. */
  readonly expectedVersion?: number | null | undefined
}

/** A record that may be kept, and what has to be done about it. */
export interface CheckedRecord {
  /** The record as it is now. */
  readonly record: { readonly [key: string]: unknown }
  /** What has changed, in the order of the fields. */
  readonly changes: readonly RecordChange[]
  /** What no other record may have. */
  readonly unique: readonly UniqueKey[]
  /** Records that are linked to anew, to be looked up. */
  readonly links: readonly LinkedRecord[]
  /** The number that is to be taken for it. */
  readonly number?: NumberWanted | null | undefined
  /** What to keep of the beginning of its life. */
  readonly started?: MachineRecord | null | undefined
  /** What the host is to carry out. */
  readonly effects: readonly MachineEffect[]
  /** What has happened, such as `customer:created`. */
  readonly events: readonly string[]
  /** The policies that it does not keep by this change, and that are told and stop nothing. */
  readonly warned?: readonly PolicyVerdict[] | undefined
}

/** A field that is another than before. */
export interface RecordChange {
  /** The field. */
  readonly field: string
  /** What it was; nothing when there was none. */
  readonly before?: unknown | undefined
  /** What it is; nothing when there is none any more. */
  readonly after?: unknown | undefined
}

/** Values that no other record may have. */
export interface UniqueKey {
  /** The fields. */
  readonly fields: readonly string[]
  /** Their values; those that are compared without regard to capital letters are in small ones. */
  readonly values: readonly unknown[]
  /** Whether capital letters do not count. */
  readonly folded: boolean
  /** Whether no record of any tenant may have them. */
  readonly platformWide: boolean
  /** Whether a record that was deleted has given them up. */
  readonly freed: boolean
}

/** A record that is linked to anew, to be looked up. */
export interface LinkedRecord {
  /** The field with the link. */
  readonly field: string
  /** Where the request has it, as a JSON pointer. */
  readonly path: string
  /** Of what it is. */
  readonly entity: string
  /** Its id. */
  readonly id: string
  /** What must be true of it. */
  readonly only?: string | null | undefined
}

/** A number that a new record gets. */
export interface NumberWanted {
  /** The field that holds it. */
  readonly field: string
  /** What its counter is known by: the entity, or `sequence:` and what the shared number is called. */
  readonly name: string
  /** How it is written. */
  readonly format: string
  /** When its counter begins anew. */
  readonly reset: NumberReset
  /** With which number it begins, where that is not 1. */
  readonly first?: number | null | undefined
}

/** What was found of what a change or a deletion asked to be looked up. */
export interface LookUpsRequest {
  /** Of what the record is. */
  readonly entity: string
  /** Who acts. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** The records that are linked to anew. */
  readonly links?: readonly FoundLink[] | undefined
  /** Unique fields whose value another record has. */
  readonly taken?: readonly string[] | undefined
  /** Records that keep this one from being deleted. */
  readonly referring?: readonly FoundReferring[] | undefined
}

/** What a link leads to. */
export interface FoundLink {
  /** The field with the link. */
  readonly field: string
  /** Its id. */
  readonly id: string
  /** Where the request has it; the field when not given. */
  readonly path?: string | null | undefined
  /** The record; none when there is none, or none of this tenant. */
  readonly record?: { readonly [key: string]: unknown } | null | undefined
}

/** Records that link to one that is to be deleted. */
export interface FoundReferring {
  /** Of what. */
  readonly entity: string
  /** The field with the link. */
  readonly field: string
  /** How many, whether the actor may read them or not. */
  readonly count: number
  /** The ids of those that the actor may read, as many as are told. */
  readonly readable?: readonly string[] | undefined
}

/** A record that is to be deleted, or brought back. */
export interface RecordDeleteRequest {
  /** Of what. */
  readonly entity: string
  /** Who does it. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The record as it is, as lists answer it and with nothing hidden. */
  readonly before: { readonly [key: string]: unknown }
  /** The version that the actor saw; another one is refused. */
  readonly expectedVersion?: number | null | undefined
}

/** A record that may be deleted as soon as what refers to it allows that. */
export interface DeletedRecord {
  /** The record as it is kept; nothing when it is gone for good. */
  readonly record?: { readonly [key: string]: unknown } | null | undefined
  /** Every field that may link to it, and what follows from a link. */
  readonly referring: readonly Referring[]
  /** What has happened, such as `customer:deleted`. */
  readonly events: readonly string[]
}

/** A field whose links may lead to a record that is deleted. */
export interface Referring {
  /** Whose field it is. */
  readonly entity: string
  /** The field. */
  readonly field: string
  /** What becomes of a record that links to the deleted one. */
  readonly rule: DeletionRule
}

/** A record that is there again. */
export interface RestoredRecord {
  /** The record as it is now. */
  readonly record: { readonly [key: string]: unknown }
  /** What had become free by the deletion, and must not have been taken since. */
  readonly unique: readonly UniqueKey[]
  /** What has happened, such as `customer:restored`. */
  readonly events: readonly string[]
}

/** What the host of a pack carries out. */
export interface CarriedOutRequest {
  /** The effects that its acts and connectors carry out, such as `send_email`. */
  readonly carries: readonly string[]
}

/** Two records that are to become one. */
export interface RecordMergeRequest {
  /** Of what. */
  readonly entity: string
  /** Who does it. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** The record that stays, as lists answer it and with nothing hidden. */
  readonly kept: { readonly [key: string]: unknown }
  /** The record that goes into it, in the same form. */
  readonly other: { readonly [key: string]: unknown }
  /** Whose value stays, by field: of a field that is not named the kept one's, and the other's where the kept one has none. */
  readonly fields?: { readonly [key: string]: MergeSide } | undefined
  /** The version of the kept one that the actor saw; another one is refused. */
  readonly expectedVersion?: number | null | undefined
  /** The version of the other one that the actor saw; another one is refused. */
  readonly otherVersion?: number | null | undefined
}

/** Whose value of a field stays. */
export type MergeSide =
  /** That of the record that stays. */
  | 'kept'
  /** That of the record that goes. */
  | 'other'
  /** Those of both, each once: of a list of links. */
  | 'both'

/** Two records that may become one as soon as what links to the other one can be pointed at the kept one. */
export interface MergedRecord {
  /** The record that stays, as it is now. */
  readonly record: { readonly [key: string]: unknown }
  /** What has changed of it, in the order of the fields. */
  readonly changes: readonly RecordChange[]
  /** What no other record may have, once the other one has given it up. */
  readonly unique: readonly UniqueKey[]
  /** Records that are linked to anew, to be looked up. */
  readonly links: readonly LinkedRecord[]
  /** The other one as it is kept: deleted, and without what only one may have and the kept one has now. */
  readonly other: { readonly [key: string]: unknown }
  /** What has changed of that. */
  readonly otherChanges: readonly RecordChange[]
  /** The fields in which the kept one has something of the other by now. */
  readonly taken: readonly string[]
  /** The fields in which the other one says what nobody says any more. */
  readonly left: readonly string[]
  /** Every field that may link to the other one: what does is to lead to the kept one. */
  readonly referring: readonly Referring[]
  /** What has happened to the kept one, such as `customer:merged`. */
  readonly events: readonly string[]
  /** What has happened to the other one, such as `customer:deleted`. */
  readonly otherEvents: readonly string[]
}

/** An event of its machine happens to a record. */
export interface RecordFireRequest {
  /** Of what. */
  readonly entity: string
  /** Who does it. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** The record as it is, as lists answer it and with nothing hidden. */
  readonly before: { readonly [key: string]: unknown }
  /** What happens. */
  readonly event: string
  /** What is given with the event: a reason, a payment's reference. What the machine keeps of it is a field of the record. */
  readonly given?: { readonly [key: string]: unknown } | undefined
  /** Facts that guards look at beside the record's fields. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
  /** The version that the actor saw; another one is refused. */
  readonly expectedVersion?: number | null | undefined
}

/** A record after an event, and what has to be done about it. */
export interface FiredRecord {
  /** The record as it is now. */
  readonly record: { readonly [key: string]: unknown }
  /** What has changed, in the order of the fields. */
  readonly changes: readonly RecordChange[]
  /** What no other record may have. */
  readonly unique: readonly UniqueKey[]
  /** Records that are linked to anew, to be looked up. */
  readonly links: readonly LinkedRecord[]
  /** What to keep of the event. */
  readonly fired: MachineRecord
  /** What had happened by itself before it, in order: to be kept and carried out first. */
  readonly settled?: readonly MachineSettled[] | undefined
  /** What the host is to carry out. */
  readonly effects: readonly MachineEffect[]
  /** What has happened, in order, such as `ticket:resolve`. */
  readonly events: readonly string[]
  /** The policies that it does not keep by this event, and that are told and stop nothing. */
  readonly warned?: readonly PolicyVerdict[] | undefined
}

/** What has passed by now of a record's deadlines? */
export interface RecordLapseRequest {
  /** Of what. */
  readonly entity: string
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** The record as it is, as lists answer it and with nothing hidden. */
  readonly before: { readonly [key: string]: unknown }
}

/** A record of which deadlines have passed. */
export interface LapsedRecord {
  /** The record as it is now. */
  readonly record: { readonly [key: string]: unknown }
  /** What has changed, in the order of the fields. */
  readonly changes: readonly RecordChange[]
  /** What has happened, such as `ticket:updated`; nothing where no deadline has passed. */
  readonly events: readonly string[]
  /** The events of its machine that happen since deadlines were missed, in order; one that is not possible does not. */
  readonly fires: readonly string[]
}

/** What may somebody see of a record? */
export interface RecordMaskRequest {
  /** Of what. */
  readonly entity: string
  /** Who looks at it. */
  readonly actor: AccessActor
  /** The record with nothing hidden; none when there is none. */
  readonly record?: { readonly [key: string]: unknown } | null | undefined
}

/** A record as somebody may see it. */
export interface VisibleRecord {
  /** The record; in the place of what is hidden stand eight stars. */
  readonly record: { readonly [key: string]: unknown }
  /** What is hidden, as JSON pointers into the record. */
  readonly masked: readonly string[]
}

/** What does a screen need for a record? */
export interface RecordFormRequest {
  /** Of what. */
  readonly entity: string
  /** Who looks at it. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The record with nothing hidden; none for a new one. */
  readonly record?: { readonly [key: string]: unknown } | null | undefined
}

/** The form of an entity's records for somebody. */
export interface RecordForm {
  /** What people read above it. */
  readonly label: string
  /** The groups, in their order. */
  readonly groups: readonly FormGroup[]
  /** The events of the record's machine; none for a new one. */
  readonly events: readonly FormEvent[]
  /** Whether the actor may read the record, or any when there is none. */
  readonly canRead: boolean
  /** Whether they may change it, or make one. */
  readonly canWrite: boolean
  /** Whether they may delete it, or any. */
  readonly canDelete: boolean
}

/** Fields that stand together. */
export interface FormGroup {
  /** What people read above them. */
  readonly label?: string | null | undefined
  /** The fields, in their order. */
  readonly fields: readonly FormField[]
}

/** A field, with what is known before it is filled in. */
export interface FormField {
  /** The field. */
  readonly name: string
  /** What people read. */
  readonly label: string
  /** What helps to fill it in. */
  readonly help?: string | null | undefined
  /** What it takes. */
  readonly kind: FieldKind
  /** Whether it must be filled in. */
  readonly required: boolean
  /** Whether the actor may fill it in. */
  readonly writable: boolean
  /** Whether the actor may have the secret shown that the record has there. */
  readonly revealable: boolean
  /** Whether no two records have the same value. */
  readonly unique: boolean
  /** Whether lists can be filtered by it. */
  readonly filter: boolean
  /** Whether lists can be ordered by it. */
  readonly sort: boolean
  /** Whether a part of it finds a record. */
  readonly search: boolean
  /** What it is when nothing is given. */
  readonly default?: unknown | undefined
  /** What a choice is among. */
  readonly choices: readonly string[]
  /** The least number or amount. */
  readonly min?: Decimal | null | undefined
  /** The greatest number or amount. */
  readonly max?: Decimal | null | undefined
  /** What a number or amount must be greater than. */
  readonly above?: Decimal | null | undefined
  /** The digits that are kept behind the point. */
  readonly digits?: number | null | undefined
  /** The currency of an amount. */
  readonly currency?: Currency | null | undefined
  /** The fewest characters. */
  readonly minLength?: number | null | undefined
  /** The most characters. */
  readonly maxLength?: number | null | undefined
  /** What a text matches from its beginning to its end. */
  readonly pattern?: string | null | undefined
  /** The first day it may be. */
  readonly first?: Day | null | undefined
  /** The last day it may be. */
  readonly last?: Day | null | undefined
  /** The entity that it links to, or whose records it holds. */
  readonly entity?: string | null | undefined
  /** What must be true of a record that is linked to. */
  readonly only?: string | null | undefined
  /** The types of files it takes; every type when there are none. */
  readonly types: readonly string[]
}

/** An event of a record's machine. */
export interface FormEvent {
  /** The event. */
  readonly name: string
  /** What people read. */
  readonly label: string
  /** Whether it may happen now. */
  readonly possible: boolean
  /** The state it would lead to. */
  readonly leadsTo?: string | null | undefined
  /** What has to be given with it. */
  readonly requires: readonly string[]
  /** Every reason against it. */
  readonly reasons: readonly Reason[]
}

/** Which entities of a pack are there for somebody? */
export interface PackScreensRequest {
  /** Who looks. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
}

/** An entity, as far as somebody may see it. */
export interface EntityScreen {
  /** The entity. */
  readonly name: string
  /** Several of them, as addresses have them: `service-plans`. */
  readonly address: string
  /** What people read above several of them. */
  readonly several: string
  /** What it is for. */
  readonly summary?: string | null | undefined
  /** The form of a new record: what it is called, its groups of fields, and what they may do with some of its records. */
  readonly form: RecordForm
  /** The field by which people call a record, as far as there is one that they may see. */
  readonly title?: string | null | undefined
  /** The order of its lists. */
  readonly sort: readonly string[]
  /** Whether it is the engine's own, with acts beside changes. */
  readonly native: boolean
  /** Whether its records are of the installation and not of a tenant. */
  readonly platform: boolean
  /** Whether its records are measurements in an order of time. */
  readonly series: boolean
  /** Whether what was deleted can be brought back. */
  readonly restores: boolean
  /** Whether two of its records can become one. */
  readonly merges: boolean
  /** Whether a tenant may give it fields of its own. */
  readonly custom: boolean
  /** The life of its records. */
  readonly life?: ScreenLife | null | undefined
  /** The documents that are made of its records. */
  readonly documents: readonly ScreenDocument[]
}

/** The life of records, to be drawn. */
export interface ScreenLife {
  /** The field with the state. */
  readonly field: string
  /** The state in which it begins. */
  readonly initial: string
  /** The states, in their order. */
  readonly states: readonly ScreenState[]
  /** What leads from one to another, in its order. */
  readonly moves: readonly ScreenMove[]
}

/** A state of records. */
export interface ScreenState {
  /** The state. */
  readonly name: string
  /** What people read. */
  readonly label: string
  /** Whether nothing leads out of it. */
  readonly terminal: boolean
}

/** What leads from some states to another. */
export interface ScreenMove {
  /** What happens. */
  readonly event: string
  /** What people read. */
  readonly label: string
  /** The states it leads from. */
  readonly from: readonly string[]
  /** The state it leads to. */
  readonly to: string
  /** What has to be given with it. */
  readonly requires: readonly string[]
}

/** A document that is made of records. */
export interface ScreenDocument {
  /** The document. */
  readonly name: string
  /** What people read. */
  readonly label: string
  /** Whether it is of a list of them, and not of one. */
  readonly list: boolean
}

/** What are the settings of a tenant, and what becomes of them by a change? */
export interface PackSettingsRequest {
  /** What the installation sets, as it is kept. In the place of a secret anything may stand: it says that there is one. */
  readonly operator?: { readonly [key: string]: unknown } | undefined
  /** What the tenant sets, as it is kept. */
  readonly tenant?: { readonly [key: string]: unknown } | undefined
  /** Settings with their values: `null` returns to what holds without it, what is absent stays. */
  readonly change?: { readonly [key: string]: unknown } | undefined
  /** Who changes them: the tenant, or the operator for all of them. */
  readonly layer?: SettingLayer | undefined
}

/** Who says what a setting is; whoever comes later is stronger. */
export type SettingLayer =
  /** The pack, by its default. */
  | 'pack'
  /** Who runs the installation, for all tenants of the pack. */
  | 'operator'
  /** The tenant. */
  | 'tenant'

/** The settings of a tenant after the change. */
export interface PackSettings {
  /** Every setting, in order of name. */
  readonly settings: readonly PackSetting[]
  /**
   * What is to be kept of the change: values in the form in which they are kept, secrets as they were given, `null` for what is no
   * longer set.
   */
  readonly set: { readonly [key: string]: unknown }
  /** What the layer sets otherwise than before; of a secret stars. */
  readonly changes: readonly RecordChange[]
}

/** A setting: what it is, and by whose word. */
export interface PackSetting {
  /** What it is called. */
  readonly name: string
  /** What it is; nothing when nobody says it, and of a secret stars. */
  readonly value?: unknown | undefined
  /** Who says so. */
  readonly whence?: SettingLayer | null | undefined
  /** What each layer says, the strongest first. */
  readonly layers: readonly SettingSaid[]
  /** What a screen asks for it with. */
  readonly form: FormField
}

/** What a layer says of a setting. */
export interface SettingSaid {
  /** Which layer. */
  readonly layer: SettingLayer
  /** What it says. */
  readonly value: unknown
  /** Why it does not count: the pack has come to take less since. */
  readonly fault?: string | null | undefined
}

/** Which views of a pack are there for somebody? */
export interface PackViewsRequest {
  /** Who looks. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
}

/** A view as somebody may see it: what is hidden of them in all records is left out. */
export interface PackView {
  /** What it is known by. */
  readonly name: string
  /** What people read. */
  readonly label: string
  /** How it is shown. */
  readonly kind: PackViewKind
  /** Of what. */
  readonly entity: string
  /** The columns of a list, what a card or an entry shows. */
  readonly columns: readonly PackViewColumn[]
  /** The field by whose values there are lanes. */
  readonly group?: string | null | undefined
  /** The field by which a record begins in a calendar. */
  readonly from?: string | null | undefined
  /** The field by which it ends there. */
  readonly to?: string | null | undefined
  /** The fields by whose values records are counted. */
  readonly facets: readonly string[]
  /** The fields that are summed. */
  readonly sums: readonly string[]
  /** The plot that shows it. */
  readonly plot?: ViewPlot | null | undefined
}

/** A column of a view. */
export interface PackViewColumn {
  /** The field. */
  readonly name: string
  /** What people read. */
  readonly label: string
  /** What it holds; nothing for what every record has. */
  readonly kind?: FieldKind | null | undefined
}

/** What is in a view, for somebody? */
export interface PackViewRequest {
  /** The view. */
  readonly view: string
  /** Who looks. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** Filters besides those of the view, as the address of a list has them. */
  readonly filter?: { readonly [key: string]: string } | undefined
  /** A condition besides. */
  readonly where?: string | null | undefined
  /** A part of any searched field. */
  readonly q?: string | null | undefined
  /** Another order than the view's. */
  readonly sort?: readonly string[] | undefined
  /** The links whose records are wanted too. */
  readonly expand?: readonly string[] | undefined
  /** How many at most on a page, or in a lane; 20 when not given. */
  readonly limit?: number | null | undefined
  /** What the page follows on, as `next` had it. */
  readonly after?: readonly unknown[] | undefined
  /** The one lane of a board that is wanted, by its value; an empty text is the one of those without any. */
  readonly lane?: string | null | undefined
  /** The first day of a calendar, or of a plot along days. */
  readonly first?: Day | null | undefined
  /** The last day, included. */
  readonly last?: Day | null | undefined
  /** Whether it is to be told how many there are. */
  readonly total?: boolean | undefined
}

/** What a view asks of its entity's table, with every right of the actor in it. Who carries it out adds the tenant and nothing else. */
export interface PlannedView {
  /** The view as the actor may see it. */
  readonly view: PackView
  /** Its records and its figures; of a board, how many records each lane has. */
  readonly plan: PlannedQuery
  /** The lanes that a board has in any case; a lane of any other value is asked for by itself. */
  readonly lanes: readonly PlannedLane[]
  /** The first of the days that are looked at. */
  readonly first?: Day | null | undefined
  /** The last of them. */
  readonly last?: Day | null | undefined
  /** The figures of its plot. */
  readonly series?: PlannedSeries | null | undefined
}

/** A lane of a board. */
export interface PlannedLane {
  /** The value of its records. */
  readonly value: unknown
  /** Its records. */
  readonly plan: PlannedQuery
}

/** The figures along the axis of a plot. */
export interface PlannedSeries {
  /** The column along the axis. */
  readonly column: number
  /** The field that is summed; records are counted in any case. */
  readonly of?: string | null | undefined
  /** The stretches of an axis of time; nothing where it is one of values. */
  readonly stretches?: readonly PlannedStretch[] | null | undefined
}

/** A stretch of an axis of time. */
export interface PlannedStretch {
  /** When it begins: a day or a moment. */
  readonly start: unknown
  /** When the next one begins. */
  readonly end: unknown
  /** What the column has at least, as text. */
  readonly first: string
  /** What it stays below. */
  readonly past: string
}

/** Two images of a record. */
export interface RecordDiffRequest {
  /** Of what. */
  readonly entity: string
  /** The record before; none for a new one. */
  readonly before?: { readonly [key: string]: unknown } | null | undefined
  /** The record after; none for one that is gone. */
  readonly after?: { readonly [key: string]: unknown } | null | undefined
}

/** Something has happened to a record: what do the rules of its pack do? */
export interface RecordAutomationRequest {
  /** What the occasion is known by, so that it is acted on once. */
  readonly id: string
  /** Of what. */
  readonly entity: string
  /** The record as it is, with nothing hidden. */
  readonly record: { readonly [key: string]: unknown }
  /** What happened to it at once: an event of its machine, fields that have other values, a schedule that came to it. */
  readonly triggers: readonly AutomationTrigger[]
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** By whom it happened. */
  readonly actor?: string | null | undefined
  /** The action of a rule by which it happened: rules that wait for that have run. */
  readonly followed?: AutomationTrigger | null | undefined
}

/** What is to be sent about a record by now, and what comes next? */
export interface RecordContactsRequest {
  /** Of what. */
  readonly entity: string
  /** The record as it is, with nothing hidden. */
  readonly record: { readonly [key: string]: unknown }
  /** The present moment. */
  readonly now: Instant
  /** The zone by whose clock days begin; UTC when not given. */
  readonly zone?: Zone | null | undefined
  /** The keys of what was sent about it. */
  readonly sent?: readonly string[] | undefined
  /** The purposes to which everybody whom the record is about has agreed. */
  readonly agreed?: readonly string[] | undefined
}

/** What is to be sent about a record, in order of time. */
export interface RecordContacts {
  /** What is to be sent now. */
  readonly send: readonly RecordContact[]
  /** What is due and waits for the end of quiet hours. */
  readonly delayed: readonly RecordContact[]
  /** What is due and is not sent. */
  readonly suppressed: readonly RecordContact[]
  /** What comes, as far as nothing stands against it by now. */
  readonly upcoming: readonly RecordContact[]
  /** The next moment at which something may have to be sent. */
  readonly nextAt?: Instant | null | undefined
}

/** A letter that goes out once about a record. */
export interface RecordContact {
  /** Plan, contact and occurrence: the same however often it is asked for. */
  readonly key: string
  /** Of which plan. */
  readonly plan: string
  /** Which contact. */
  readonly contact: string
  /** On which way. */
  readonly channel: string
  /** Which letter. */
  readonly letter: string
  /** When it was to go out by its date alone. */
  readonly dueAt: Instant
  /** When it goes out; never when it is suppressed. */
  readonly goesAt?: Instant | null | undefined
  /** Why it is suppressed. */
  readonly why?: ContactSuppressedWhy | null | undefined
}

/** A role of a tenant's own is to be another one. */
export interface ChangeRoleRequest {
  /** Who changes it. */
  readonly actor: AccessActor
  /** What it is called. */
  readonly name: string
  /** What it is from now on; nothing when it goes. */
  readonly role?: CustomRole | null | undefined
  /** Everybody of the tenant. */
  readonly members?: readonly AccessActor[] | undefined
  /** Those who are invited, with the roles that they are to have. */
  readonly invited?: readonly AccessActor[] | undefined
}

/** A role with all that it includes. */
export interface AccessRole {
  /** What it is known by. */
  readonly name: string
  /** What it may do on every record, in order of name. */
  readonly permissions: readonly string[]
  /** What it may not do, whatever else allows it. */
  readonly denied: readonly string[]
  /** What it may do with records that name the actor. */
  readonly grants: readonly RelationGrant[]
}

/** New records of an entity are to live by another machine. */
export interface ChangeMachineRequest {
  /** Who changes it. */
  readonly actor: AccessActor
  /** Of what. */
  readonly entity: string
  /** The machine of new records from now on, of a version that no other has; nothing where they are to live by the pack's again. */
  readonly machine?: MachineDefinition | null | undefined
}

/** What happened to a record, for somebody who looks at it now. */
export interface RecordHistoryRequest {
  /** Of what. */
  readonly entity: string
  /** Who looks at it. */
  readonly actor: AccessActor
  /** The record as it is now, by which rights are told that not every record gives; without it nobody has those. */
  readonly record?: { readonly [key: string]: unknown } | null | undefined
  /** What happened, in order. */
  readonly entries: readonly HistoryEntry[]
}

/** Something that happened to a record. */
export interface HistoryEntry {
  /** When. */
  readonly at: Instant
  /** Who did it. */
  readonly actor?: string | null | undefined
  /** In whose place, where they had taken somebody's. */
  readonly onBehalfOf?: string | null | undefined
  /** What, such as `customer:updated`. */
  readonly action: string
  /** What changed by it. */
  readonly changes?: readonly RecordChange[] | undefined
}

/** What does somebody learn of a change to a record? */
export interface RecordNoticeRequest {
  /** Of what. */
  readonly entity: string
  /** Who listens, with what they may now. */
  readonly actor: AccessActor
  /** The record as it was before, as far as rights depend on it; none where there was none, or it was deleted. */
  readonly before?: { readonly [key: string]: unknown } | null | undefined
  /** The same as it was afterwards. Without either, only what may be read of every record is told. */
  readonly after?: { readonly [key: string]: unknown } | null | undefined
  /** The fields that changed. */
  readonly fields?: readonly string[] | undefined
}

/** What somebody learns of a change to a record. */
export interface RecordNotice {
  /** As what it is told. */
  readonly told: NoticeKind
  /** The fields of which they may know that they changed. */
  readonly fields: readonly string[]
}

/** As what a change is told. */
export type NoticeKind =
  /** It is told as what it is. */
  | 'changed'
  /** A record has come into sight that was there before; what happened to it is not told. */
  | 'new'
  /** The record has gone out of sight; whether it is still there is not told. */
  | 'gone'
  /** Nothing is told. */
  | 'nothing'

/** What the tables of a pack are. */
export interface SchemaRequest {
  /** The entity whose tables are wanted; those of all when not given. */
  readonly entity?: string | null | undefined
}

/** The tables of a pack. */
export interface PackSchema {
  /** Whose. */
  readonly pack: string
  /** In which version. */
  readonly version: number
  /** The tables: those of entities in their order, each followed by the tables beside it. */
  readonly tables: readonly TableModel[]
}

/** A table. Its name is `pack__entity`, or `pack__entity__field` for one that stands beside it. */
export interface TableModel {
  /** What it is called: at most 63 bytes. A longer name is cut, and ends with a hash of the whole. */
  readonly name: string
  /** What it holds. */
  readonly holds: TableContent
  /** Whose records, or beside whose it stands. */
  readonly entity: string
  /** The field whose values it holds, when it stands beside an entity's table. */
  readonly field?: string | null | undefined
  /** Whether its rows are a tenant's or the platform's. */
  readonly scope: EntityScope
  /** Whether the engine makes it itself: it is compared, and never changed. */
  readonly native: boolean
  /** Its columns, the tenant's first. */
  readonly columns: readonly ColumnModel[]
  /** The columns of its primary key. */
  readonly key: readonly string[]
  /** What no two rows have in common. */
  readonly uniques: readonly UniqueModel[]
  /** The rows of other tables that must be there. */
  readonly foreignKeys: readonly ForeignKeyModel[]
  /** What makes lists quick. */
  readonly indexes: readonly IndexModel[]
  /** By what it is cut into parts. */
  readonly partition?: PartitionModel | null | undefined
}

/** What a table holds. */
export type TableContent =
  /** Records. */
  | 'records'
  /** Samples of something over time. */
  | 'samples'
  /** The records that a field links to, in their order. */
  | 'links'
  /** The texts of a field by language. */
  | 'texts'
  /** The tags of a field. */
  | 'tags'
  /** The values of fields that tenants give its records. */
  | 'custom'
  /** The values that no two records of the whole platform have: a reference table, keyed by value. */
  | 'values'

/** A column. */
export interface ColumnModel {
  /** What it is called. */
  readonly name: string
  /** How it keeps its values. */
  readonly kind: ColumnKind
  /** Whether every row has a value in it. */
  readonly required: boolean
  /** Its field; none of what every record has. */
  readonly field?: string | null | undefined
  /** What of the field it holds. */
  readonly part: ColumnPart
  /** Its number in the plans of queries; none of what they do not name. */
  readonly number?: number | null | undefined
}

/** How a column keeps its values. All but text, ids and bytes are whole numbers: exact, ordered, and the same in every database. */
export type ColumnKind =
  /** An id: 16 bytes. */
  | 'id'
  /** Text, compared byte by byte. */
  | 'text'
  /** A whole number. */
  | 'integer'
  /** A decimal, as a whole number of its last digit; how many digits it has behind the point. */
  | {
    readonly scaled: number
  }
  /** True or false. */
  | 'truth'
  /** Days since 1970-01-01. */
  | 'day'
  /** Seconds since midnight. */
  | 'time'
  /** Microseconds since 1970. */
  | 'instant'
  /** Microseconds. */
  | 'duration'
  /** What is encrypted. */
  | 'bytes'
  /** A whole that nobody looks into, as JSON. */
  | 'json'

/** What of a field a column holds. */
export type ColumnPart =
  /** Its value, or the amount of one. */
  | 'value'
  /** The currency of an amount. */
  | 'currency'
  /** The text in small letters, by which it is searched, sorted and compared; of texts by language that of the pack's first language. */
  | 'folded'
  /** Of texts by language, in small letters, the one that whoever asks is shown. */
  | 'shown'

/** What no two rows have in common. */
export interface UniqueModel {
  /** What it is called. */
  readonly name: string
  /** The columns, the tenant's first. */
  readonly columns: readonly string[]
  /** Whether rows that were deleted softly do not count. */
  readonly alive: boolean
}

/** Rows of another table that must be there. The engine deletes what hangs on a record itself, so that the database only refuses. */
export interface ForeignKeyModel {
  /** What it is called. */
  readonly name: string
  /** The columns, the tenant's first unless the other table is the platform's. */
  readonly columns: readonly string[]
  /** The other table. */
  readonly table: string
  /** Its columns. */
  readonly target: readonly string[]
}

/** An index. */
export interface IndexModel {
  /** What it is called. */
  readonly name: string
  /** The columns, the tenant's first and what tells rows apart last: in this order pages follow on each other. */
  readonly columns: readonly IndexColumn[]
  /** Whether rows that were deleted softly are left out. */
  readonly alive: boolean
}

/** A column of an index. What is missing comes first. */
export interface IndexColumn {
  /** Which. */
  readonly name: string
  /** Whether it goes down where the first goes up. */
  readonly descending?: boolean | undefined
}

/** By what a table is cut into parts. */
export interface PartitionModel {
  /** The column with the moment. */
  readonly column: string
  /** How much of time a part holds. */
  readonly every: PartitionStep
}

/** How much of time a part of a table holds. */
export type PartitionStep =
  /** A month of UTC. */
  | 'month'

/** What has to be done so that the records of one version of a pack are those of another? */
export interface MigrationRequest {
  /** The version whose tables are there; nothing when there are none yet. */
  readonly before?: PackDefinition | null | undefined
  /**
   * The losses that are accepted, by name: `customer` is an entity that is gone, `customer.fax` a field. What is not accepted is
   * kept, out of sight.
   */
  readonly accept?: readonly string[] | undefined
}

/** The way from one version of a pack to another. */
export interface Migration {
  /** Whose. */
  readonly pack: string
  /** The version whose tables are there. */
  readonly versionBefore?: number | null | undefined
  /** The version whose tables are wanted. */
  readonly versionAfter: number
  /** What is to be done, in this order. */
  readonly steps: readonly MigrationStep[]
  /** What records no longer say afterwards. */
  readonly losses: readonly MigrationLoss[]
}

/** A step of a migration. */
export interface MigrationStep {
  /** Whether it can be done without anybody. */
  readonly class: MigrationClass
  /** What it does, for who reads it before it is done. */
  readonly sentence: string
  /** What it does, for who does it. */
  readonly act: MigrationAct
  /** The loss that it is of. */
  readonly loss?: string | null | undefined
}

/** Whether a step can be done without anybody. */
export type MigrationClass =
  /** It can, whatever the records are. */
  | 'safe'
  /** Records are to be filled or looked over first. */
  | 'needs_backfill'
  /** Records say less afterwards. */
  | 'loses'

/** What a step does. A table and a column are called as they are when it is their turn. */
export type MigrationAct =
  /** Records are looked over before anything is changed: when one does not pass, the migration waits. */
  | {
    readonly checkRows: CheckedRows
  }
  /** A field takes more than before; no table changes. */
  | {
    readonly widen: WidenedField
  }
  /** A foreign key is dropped. */
  | {
    readonly dropForeignKey: NamedPart
  }
  /** A unique constraint is dropped. */
  | {
    readonly dropUnique: NamedPart
  }
  /** An index is dropped. */
  | {
    readonly dropIndex: NamedPart
  }
  /** A table is kept under a retired name, without its constraints and indexes. */
  | {
    readonly archiveTable: RenamedTable
  }
  /** A column is kept under a retired name, and rows may lack it. */
  | {
    readonly archiveColumn: RenamedColumn
  }
  /** A table is dropped with all its rows. */
  | {
    readonly dropTable: DroppedTable
  }
  /** A column is dropped. */
  | {
    readonly dropColumn: NamedPart
  }
  /** A table gets another name; its constraints and indexes keep theirs. */
  | {
    readonly renameTable: RenamedTable
  }
  /** A column gets another name. */
  | {
    readonly renameColumn: RenamedColumn
  }
  /** A unique constraint gets another name. */
  | {
    readonly renameUnique: RenamedColumn
  }
  /** A foreign key gets another name. */
  | {
    readonly renameForeignKey: RenamedColumn
  }
  /** An index gets another name. */
  | {
    readonly renameIndex: RenamedColumn
  }
  /** A table is made. Its foreign keys are made when all tables of the migration are there. */
  | {
    readonly createTable: TableModel
  }
  /** A column is added. */
  | {
    readonly addColumn: AddedColumn
  }
  /** A column keeps its values in another way, none of them changed. */
  | {
    readonly convertColumn: ConvertedColumn
  }
  /** Rows get their values. */
  | {
    readonly fill: FilledColumn
  }
  /** Rows may lack a column. */
  | {
    readonly allowNothing: NamedPart
  }
  /** Every row has a column. */
  | {
    readonly require: NamedPart
  }
  /** A unique constraint is made. */
  | {
    readonly addUnique: AddedUnique
  }
  /** A foreign key is made. */
  | {
    readonly addForeignKey: AddedForeignKey
  }
  /** An index is made. */
  | {
    readonly addIndex: AddedIndex
  }
  /** What is kept of records is made again, of all that are there. */
  | {
    readonly derive: DerivedAgain
  }

/** Records that are looked over. */
export interface CheckedRows {
  /** Where. */
  readonly table: string
  /** The columns, as they are before anything is changed. */
  readonly columns: readonly string[]
  /** The field whose new definition says what is wanted; none of what every record has. */
  readonly field?: string | null | undefined
  /** What must be true of every row. */
  readonly rule: RowRule
}

/** What must be true of every row before a migration. */
export type RowRule =
  /** There is a value. */
  | 'given'
  /** No two rows have the same. */
  | 'unique'
  /** The number, amount or day is within its bounds. */
  | 'bounds'
  /** The number is no finer than is kept. */
  | 'digits'
  /** The text is long and short enough. */
  | 'length'
  /** The text matches its pattern. */
  | 'pattern'
  /** The text is of the form of the new kind. */
  | 'form'
  /** It is one of the choices. */
  | 'choices'
  /** The amount is in the one currency. */
  | 'currency'
  /** No row was deleted softly: it would be back. */
  | 'none_deleted'

/** A field that takes more than before. */
export interface WidenedField {
  /** The table. */
  readonly table: string
  /** The field. */
  readonly field: string
  /** What of its definition was widened. */
  readonly options: readonly string[]
}

/** A part of a table by name. */
export interface NamedPart {
  /** The table. */
  readonly table: string
  /** The part. */
  readonly name: string
}

/** A table that gets another name. */
export interface RenamedTable {
  /** The table. */
  readonly table: string
  /** What it is called afterwards. */
  readonly renamed: string
}

/** A part of a table that gets another name. */
export interface RenamedColumn {
  /** The table. */
  readonly table: string
  /** The part. */
  readonly name: string
  /** What it is called afterwards. */
  readonly renamed: string
}

/** A table by name. */
export interface DroppedTable {
  /** The table. */
  readonly table: string
}

/** A column that is added. */
export interface AddedColumn {
  /** The table. */
  readonly table: string
  /** The column. */
  readonly column: ColumnModel
  /** What the rows that are there get, as a record says it. */
  readonly default?: unknown | undefined
}

/** A column that keeps its values in another way. */
export interface ConvertedColumn {
  /** The table. */
  readonly table: string
  /** The column. */
  readonly column: string
  /** How it kept them. */
  readonly before: ColumnKind
  /** How it keeps them afterwards. */
  readonly after: ColumnKind
}

/** A column, or a whole table beside one of records, whose rows get their values. */
export interface FilledColumn {
  /** The table. */
  readonly table: string
  /** The column; none when the rows themselves are to be made. */
  readonly column?: string | null | undefined
  /** Where the values come from. */
  readonly source: FillSource
}

/** Where the values come from that rows get. */
export type FillSource =
  /** From who runs the migration: nothing says what they are. */
  | 'operator'
  /** From the expression of the field. */
  | 'computed'
  /** From the text of the same field, in small letters. */
  | 'folded'
  /** From the machine: its first state, its version, the moment of the record's last change. */
  | 'machine'
  /** From the record: its version and moments are those of a new one. */
  | 'record'
  /** From the column of the same field in the entity's table. */
  | 'field'
  /** From the counter of the entity: the next number for every record that has none, in the order in which they were made. */
  | 'number'

/** A unique constraint that is made. */
export interface AddedUnique {
  /** The table. */
  readonly table: string
  /** The constraint. */
  readonly unique: UniqueModel
}

/** A foreign key that is made. */
export interface AddedForeignKey {
  /** The table. */
  readonly table: string
  /** The key. */
  readonly foreignKey: ForeignKeyModel
}

/** An index that is made. */
export interface AddedIndex {
  /** The table. */
  readonly table: string
  /** The index. */
  readonly index: IndexModel
}

/** What is made again of the records of an entity, since it is made otherwise from now on. */
export interface DerivedAgain {
  /** The entity, as it is called afterwards. */
  readonly entity: string
  /** What is made. */
  readonly what: Derivation
}

/** What is kept of records and follows from them. */
export type Derivation =
  /** What its deadlines write into a record, and what is computed. */
  | 'reckoned'
  /** When something happens to a record by itself. */
  | 'timers'
  /** By what a record is found. */
  | 'search'
  /** Whose a record is, over all tenants. */
  | 'owners'
  /** What everybody may read of a record. */
  | 'listing'
  /** When a record is looked at for what is written about it. */
  | 'contacts'

/** What records no longer say after a migration. */
export interface MigrationLoss {
  /** What it is accepted by: `customer`, `customer.fax`. */
  readonly name: string
  /** What is lost. */
  readonly sentence: string
  /** Whether it was accepted, and the values are dropped; they are kept under a retired name otherwise. */
  readonly accepted: boolean
}

/** How a pack, or one entity of it, is asked over HTTP. */
export interface OpenApiRequest {
  /** The entity; all of them when not given. */
  readonly entity?: string | null | undefined
}

/** A document of OpenAPI 3.1. */
export interface OpenApi {
  /** Of which version of OpenAPI. */
  readonly openapi: string
  /** What it is about. */
  readonly info: { readonly [key: string]: unknown }
  /** How whoever asks is known. */
  readonly security: readonly ({ readonly [key: string]: unknown })[]
  /** What can be asked, by path. */
  readonly paths: { readonly [key: string]: unknown }
  /** What paths refer to. */
  readonly components: { readonly [key: string]: unknown }
}

/** A sheet to be read as records of an entity. */
export interface ReadRowsRequest {
  /** Of what. */
  readonly entity: string
  /** Who writes them. */
  readonly actor: AccessActor
  /** The present moment. */
  readonly now: Instant
  /** The text of a CSV file. */
  readonly text?: string | null | undefined
  /** The bytes of a file in Base64, for XLSX and encodings other than UTF-8. */
  readonly contentBase64?: string | null | undefined
  /** How the file is written. */
  readonly style?: FileStyle | undefined
  /** The fields of columns that are called otherwise. A column whose field is empty is left out. */
  readonly mapping?: { readonly [key: string]: string } | undefined
}

/** What came out of a sheet of records. */
export interface RowsRead {
  /** The rows that can be kept, in the order of the sheet. */
  readonly rows: readonly RecordRow[]
  /** What is wrong with the others, by row and column; at most 1,000 are told. */
  readonly faults: readonly RowFault[]
  /** How many more are not. */
  readonly moreFaults: number
  /** How many rows were read. */
  readonly read: number
  /** What the columns are called in the sheet, by the fields that they hold. */
  readonly columns?: { readonly [key: string]: string } | undefined
}

/** A row of a sheet as a change of a record. */
export interface RecordRow {
  /** The row as a spreadsheet counts it, the header being 1. */
  readonly row: number
  /** The record that it changes, when it names one. */
  readonly id?: string | null | undefined
  /** The fields that it gives, in the form in which they are kept. */
  readonly record: { readonly [key: string]: unknown }
  /** The links that it names by numbers: whose ids they are has to be looked up. */
  readonly lookups?: readonly RecordLookup[] | undefined
}

/** A record that a cell names by its number. */
export interface RecordLookup {
  /** The field of the row that leads to it. */
  readonly field: string
  /** Of what it is a record. */
  readonly entity: string
  /** The field that holds its number. */
  readonly by: string
  /** The number. */
  readonly value: string
}

/** Is a message from outside proven? */
export interface WebhookRequest {
  /** From which source of the pack. */
  readonly source: string
  /** The headers that came along, whatever their letters. */
  readonly headers?: { readonly [key: string]: string } | undefined
  /** The body as it came, byte for byte. */
  readonly body: string
  /** The secrets that count just now: while one takes the place of another, both. At PayPal it is the id of the webhook there. */
  readonly secrets: readonly string[]
  /** The address at which whoever sends it knows us, letter by letter, where that is signed. */
  readonly address?: string | null | undefined
  /**
   * The text of which it was proven outside that a certificate of PayPal's has signed it:
   * `<transmission id>|<transmission time>|<webhook id>|<CRC-32 of the body>`.
   */
  readonly signed?: string | null | undefined
  /** Now. */
  readonly now: Instant
}

/** A message that is proven. */
export interface VerifiedWebhook {
  /** What the event is called: it is taken once. */
  readonly id: string
  /** What happened. */
  readonly kind?: string | null | undefined
  /** When it was signed, where that is signed. */
  readonly signedAt?: Instant | null | undefined
  /** What is done of it, in order. */
  readonly steps: readonly WebhookStep[]
}

/** Something that is done of a message. */
export interface WebhookStep {
  /** Of which entity the record is. */
  readonly entity: string
  /** By which field it is found; without this one is made. */
  readonly field?: string | null | undefined
  /** By which value. */
  readonly value?: string | null | undefined
  /** The event that happens to it. */
  readonly event?: string | null | undefined
  /** The values that it takes. */
  readonly given: { readonly [key: string]: unknown }
}

/** What do records say of a person? */
export interface PersonRecordsRequest {
  /** Whose records they are. */
  readonly tenant: string
  /** Who. */
  readonly person: string
  /** Whether sensitive fields are given out too. Secrets never are. */
  readonly includeSensitive?: boolean | undefined
  /** Where to look, by entity: records with their ids. What is not about the person is left out. */
  readonly records: { readonly [key: string]: readonly ({ readonly [key: string]: unknown })[] }
}

/** What records say of a person, and of nobody else. */
export interface PersonRecords {
  /** Who. */
  readonly person: string
  /** The records about them by entity, in the order in which they were given. */
  readonly records: { readonly [key: string]: readonly ({ readonly [key: string]: unknown })[] }
}

/** Records are no longer to say whom they are about. */
export interface AnonymisePersonRequest {
  /** Whose records they are. */
  readonly tenant: string
  /** Who. */
  readonly person: string
  /**
   * At least 16 random bytes in hexadecimal. The same salt gives the same pseudonyms; when it is thrown away, nobody can find a
   * value by trying.
   */
  readonly salt: string
  /** The records by entity, with their ids. */
  readonly records: { readonly [key: string]: readonly ({ readonly [key: string]: unknown })[] }
}

/** Records that no longer say whom they are about. */
export interface AnonymisedPerson {
  /** All records by entity, in the order in which they were given. */
  readonly records: { readonly [key: string]: readonly ({ readonly [key: string]: unknown })[] }
  /** What was changed: JSON pointers such as `/records/customer/0/name`. */
  readonly changed: readonly string[]
}

/** What is free, and at which price? */
export interface AvailabilityAndPriceRequest {
  /** The present moment. */
  readonly now: Instant
  /** When. */
  readonly when: When
  /** The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given. */
  readonly request: PriceRequest
  /** Who asks; lists for others are not offered. */
  readonly buyer?: Buyer | undefined
  /** Only these resources; all when empty. */
  readonly resources?: readonly string[] | undefined
  /** The partner who asks. */
  readonly partner?: string | null | undefined
  /** A hold of the asker's own, which does not stand in the way. */
  readonly hold?: string | null | undefined
}

/** What is free and at which price, and what is not offered. */
export interface Found {
  /** What is offered, cheapest first; amounts of two currencies have no order, so each currency by itself. Of equal totals the resource of higher priority, then by id and list. */
  readonly offers: readonly Offered[]
  /** What is not, and why. */
  readonly notOffered: readonly NotOffered[]
}

/** A resource at a price. */
export interface Offered {
  /** The resource. */
  readonly resource: string
  /** The code of the rate list. */
  readonly rateList: string
  /** The total. */
  readonly total: Decimal
  /** Its currency. */
  readonly currency: Currency
  /** The units left. */
  readonly unitsLeft: number
}

/** A resource that is not offered by a list. */
export interface NotOffered {
  /** The resource. */
  readonly resource: string
  /** The code of the rate list; none when it is not free, whatever the list. */
  readonly rateList?: string | null | undefined
  /** Every reason. */
  readonly reasons: readonly Reason[]
}

/** The figures of a refusal or fault, each as far as it is known; days, moments and amounts are text, as they cross wires. */
export interface Details {
  readonly adults?: number | undefined
  readonly ageSeconds?: number | undefined
  readonly allowed?: number | undefined
  readonly amount?: number | undefined
  readonly anchor?: string | null | undefined
  readonly at?: unknown
  readonly base?: unknown
  readonly begin?: number | undefined
  readonly blocked?: string | undefined
  readonly bookedOn?: string | null | undefined
  readonly booking?: string | undefined
  readonly bookingWindow?: DayRange | undefined
  readonly boostedPrice?: string | undefined
  readonly bytes?: number | undefined
  readonly capacity?: number | undefined
  readonly category?: string | undefined
  readonly cells?: number | undefined
  readonly check?: string | undefined
  readonly choices?: readonly string[] | undefined
  readonly clashing?: number | undefined
  readonly closesDaysBefore?: number | undefined
  readonly column?: unknown
  readonly count?: number | undefined
  readonly counted?: string | undefined
  readonly currency?: string | undefined
  readonly currentPrice?: string | undefined
  readonly cutOff?: string | undefined
  readonly cycle?: readonly string[] | undefined
  readonly day?: string | null | undefined
  readonly days?: unknown
  readonly daysAhead?: number | undefined
  readonly daysBefore?: number | undefined
  readonly daysLeft?: number | undefined
  readonly declared?: string | undefined
  readonly endsAt?: string | undefined
  readonly entity?: string | undefined
  readonly event?: string | undefined
  readonly expected?: string | undefined
  readonly expiresAt?: string | undefined
  readonly field?: string | undefined
  readonly fields?: readonly string[] | undefined
  readonly file?: string | undefined
  readonly found?: string | undefined
  readonly guard?: string | undefined
  readonly held?: number | undefined
  readonly hold?: string | undefined
  readonly horizonDays?: number | undefined
  readonly id?: string | undefined
  readonly index?: number | undefined
  readonly kind?: string | undefined
  readonly known?: readonly string[] | undefined
  readonly largest?: number | undefined
  readonly least?: unknown
  readonly leftOut?: unknown
  readonly legal?: readonly string[] | undefined
  readonly length?: number | undefined
  readonly lengthStepMinutes?: number | undefined
  readonly limit?: unknown
  readonly line?: number | undefined
  readonly list?: unknown
  readonly lists?: number | undefined
  readonly lockedUntil?: string | undefined
  readonly lockout?: string | undefined
  readonly max?: unknown
  readonly maxAgeSeconds?: number | undefined
  readonly maxMinutes?: number | undefined
  readonly maxNights?: number | undefined
  readonly mergedInto?: string | undefined
  readonly metrics?: readonly string[] | undefined
  readonly min?: unknown
  readonly minMinutes?: number | undefined
  readonly minNights?: number | undefined
  readonly minutesLeft?: unknown
  readonly mode?: string | undefined
  readonly most?: unknown
  readonly name?: string | undefined
  readonly next?: unknown
  readonly nights?: unknown
  readonly noticeMinutes?: number | undefined
  readonly now?: string | undefined
  readonly occurrence?: string | undefined
  readonly occurrences?: number | undefined
  readonly on?: string | null | undefined
  readonly only?: string | undefined
  readonly open?: unknown
  readonly options?: string | undefined
  readonly other?: unknown
  readonly part?: string | undefined
  readonly people?: number | undefined
  readonly period?: DayRange | undefined
  readonly permission?: string | undefined
  readonly permissions?: readonly string[] | undefined
  readonly place?: string | undefined
  readonly policy?: string | undefined
  readonly price?: string | undefined
  readonly purgeAt?: string | undefined
  readonly quota?: string | undefined
  readonly quote?: string | undefined
  readonly range?: string | undefined
  readonly rateAsOf?: string | undefined
  readonly ratio?: string | undefined
  readonly reason?: string | undefined
  readonly reasons?: readonly string[] | undefined
  readonly records?: readonly string[] | undefined
  readonly references?: number | undefined
  readonly releaseDays?: number | undefined
  readonly remaining?: number | undefined
  readonly requested?: unknown
  readonly required?: number | undefined
  readonly resource?: string | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly revokedAt?: string | undefined
  readonly row?: number | undefined
  readonly rule?: string | undefined
  readonly settled?: unknown
  readonly source?: string | undefined
  readonly span?: Span | undefined
  readonly state?: string | undefined
  readonly states?: readonly string[] | undefined
  readonly status?: string | undefined
  readonly step?: string | undefined
  readonly stepMinutes?: number | undefined
  readonly supersededOn?: string | null | undefined
  readonly template?: string | undefined
  readonly ticket?: string | undefined
  readonly time?: string | undefined
  readonly type?: string | undefined
  readonly uncovered?: unknown
  readonly units?: number | undefined
  readonly unitsLeft?: number | undefined
  readonly unknown?: number | undefined
  readonly used?: number | undefined
  readonly uses?: number | undefined
  readonly valid?: DayRange | undefined
  readonly version?: number | undefined
  readonly virus?: string | undefined
  readonly weekday?: string | undefined
  readonly why?: readonly string[] | undefined
  readonly window?: DayRange | undefined
  readonly with?: string | undefined
  readonly withinSeconds?: number | undefined
  readonly zone?: string | undefined
  /** What a newer engine tells. */
  readonly [figure: string]: unknown
}

/** The machines that come with the engine, with the words of their states and events. */
export interface ShippedMachines {
  readonly alert: {
    readonly state: 'open' | 'acknowledged' | 'cleared'
    readonly event: 'acknowledge' | 'clear'
  }
  readonly appointment: {
    readonly state: 'requested' | 'confirmed' | 'checked_in' | 'in_service' | 'on_hold' | 'ready' | 'completed' | 'cancelled' | 'no_show'
    readonly event: 'confirm' | 'decline' | 'arrive' | 'start' | 'wait' | 'resume' | 'finish' | 'hand_over' | 'cancel' | 'move' | 'miss'
  }
  readonly backup: {
    readonly state: 'running' | 'complete' | 'failed' | 'deleted'
    readonly event: 'verify' | 'fail' | 'lapse' | 'age'
  }
  readonly bill: {
    readonly state: 'pending' | 'overdue' | 'paid' | 'cancelled' | 'refunded'
    readonly event: 'pass_due' | 'pay' | 'cancel' | 'refund'
  }
  readonly booking: {
    readonly state: 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'refunded'
    readonly event: 'deposit' | 'confirm' | 'pay' | 'move' | 'start' | 'finish' | 'complete' | 'cancel' | 'lapse' | 'refund'
  }
  readonly budget: {
    readonly state: 'below' | 'noticed' | 'warned' | 'exceeded'
    readonly event: 'pass_50' | 'pass_80' | 'pass_100' | 'renew'
  }
  readonly circuit_breaker: {
    readonly state: 'closed' | 'open' | 'half_open'
    readonly event: 'fail' | 'probe' | 'succeed'
  }
  readonly client: {
    readonly state: 'active' | 'deactivated' | 'closed'
    readonly event: 'deactivate' | 'reactivate' | 'close'
  }
  readonly company: {
    readonly state: 'active' | 'suspended' | 'deleted'
    readonly event: 'suspend' | 'restore' | 'delete'
  }
  readonly data_request: {
    readonly state: 'received' | 'accepted' | 'running' | 'done' | 'refused'
    readonly event: 'verify_identity' | 'run' | 'fail' | 'finish' | 'refuse' | 'pass_due'
  }
  readonly delivery: {
    readonly state: 'queued' | 'delivering' | 'delivered' | 'waiting' | 'dead'
    readonly event: 'attempt' | 'accept' | 'fail' | 'lapse' | 'exhaust' | 'replay'
  }
  readonly deployment: {
    readonly state: 'queued' | 'planning' | 'applying' | 'cancelling' | 'rejected' | 'succeeded' | 'failed' | 'cancelled'
    readonly event: 'claim' | 'policy_deny' | 'extend' | 'apply' | 'succeed' | 'fail' | 'lapse' | 'cancel' | 'stop'
  }
  readonly device: {
    readonly state: 'unknown' | 'online' | 'offline' | 'maintenance'
    readonly event: 'reach' | 'lose' | 'maintain' | 'return'
  }
  readonly dispute: {
    readonly state: 'open' | 'under_review' | 'won' | 'lost' | 'closed'
    readonly event: 'withhold' | 'submit_evidence' | 'miss_deadline' | 'win' | 'lose' | 'accept' | 'close' | 'reopen'
  }
  readonly document: {
    readonly state: 'pending' | 'verified' | 'rejected' | 'expired' | 'removed'
    readonly event: 'verify' | 'reject' | 'expire' | 'replace' | 'remove'
  }
  readonly email: {
    readonly state: 'queued' | 'sent' | 'dead'
    readonly event: 'send' | 'fail' | 'exhaust' | 'retry'
  }
  readonly gateway_account: {
    readonly state: 'new' | 'pending' | 'active' | 'restricted' | 'disconnected'
    readonly event: 'onboard' | 'requirements_met' | 'restrict' | 'disconnect'
  }
  readonly hold: {
    readonly state: 'held' | 'taken' | 'released' | 'lapsed'
    readonly event: 'take' | 'extend' | 'release' | 'lapse'
  }
  readonly integration: {
    readonly state: 'unverified' | 'connected' | 'failed' | 'disconnected'
    readonly event: 'check_ok' | 'check_fail' | 'expire' | 'disconnect'
  }
  readonly invitation: {
    readonly state: 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn'
    readonly event: 'accept' | 'decline' | 'lapse' | 'withdraw' | 'resend'
  }
  readonly invoice: {
    readonly state: 'draft' | 'issued' | 'partly_paid' | 'paid' | 'overdue' | 'void' | 'written_off'
    readonly event: 'issue' | 'pay_part' | 'pay' | 'pass_due' | 'void' | 'write_off'
  }
  readonly itinerary: {
    readonly state: 'draft' | 'proposed' | 'agreed' | 'travelling' | 'completed' | 'cancelled'
    readonly event: 'propose' | 'change' | 'agree' | 'depart' | 'return' | 'cancel'
  }
  readonly job: {
    readonly state: 'scheduled' | 'running' | 'done' | 'retrying' | 'failed' | 'cancelled'
    readonly event: 'claim' | 'extend' | 'finish' | 'fail' | 'lapse' | 'exhaust' | 'retry' | 'cancel'
  }
  readonly lead: {
    readonly state: 'new' | 'contacted' | 'qualified' | 'nurturing' | 'converted' | 'disqualified'
    readonly event: 'contact' | 'qualify' | 'nurture' | 'convert' | 'disqualify'
  }
  readonly listing: {
    readonly state: 'draft' | 'active' | 'paused' | 'deleted'
    readonly event: 'publish' | 'pause' | 'resume' | 'delete'
  }
  readonly login: {
    readonly state: 'anonymous' | 'mfa_required' | 'signed_in' | 'locked'
    readonly event: 'password' | 'code' | 'give_up' | 'fail' | 'unlock' | 'release' | 'use' | 'idle' | 'end' | 'logout' | 'revoke'
  }
  readonly notification: {
    readonly state: 'queued' | 'sent' | 'delivered' | 'bounced' | 'retrying' | 'dead'
    readonly event: 'send' | 'confirm' | 'bounce' | 'fail' | 'exhaust' | 'retry'
  }
  readonly payment: {
    readonly state: 'created' | 'requires_action' | 'processing' | 'authorized' | 'captured' | 'partly_refunded' | 'refunded' | 'failed' | 'voided' | 'disputed' | 'charged_back'
    readonly event: 'act' | 'authenticate' | 'submit' | 'authorize' | 'capture' | 'fail' | 'expire' | 'void' | 'refund_part' | 'refund_rest' | 'refund' | 'refund_fails' | 'dispute' | 'win' | 'lose'
  }
  readonly payment_session: {
    readonly state: 'open' | 'paid' | 'expired' | 'partly_refunded' | 'refunded' | 'disputed' | 'charged_back'
    readonly event: 'pay' | 'fail' | 'lapse' | 'refund_part' | 'refund_rest' | 'refund' | 'refund_fails' | 'dispute' | 'win' | 'lose'
  }
  readonly payout: {
    readonly state: 'requested' | 'pending' | 'paid' | 'failed' | 'cancelled'
    readonly event: 'submit' | 'arrive' | 'fail' | 'cancel'
  }
  readonly policy_result: {
    readonly state: 'unchecked' | 'compliant' | 'warned' | 'breached'
    readonly event: 'check'
  }
  readonly query: {
    readonly state: 'new' | 'assigned' | 'in_progress' | 'waiting_customer' | 'quoted' | 'won' | 'lost'
    readonly event: 'assign' | 'respond' | 'wait' | 'reply' | 'quote' | 'win' | 'lose' | 'reassign' | 'reopen'
  }
  readonly quote: {
    readonly state: 'draft' | 'sent' | 'viewed' | 'approved' | 'converted' | 'rejected' | 'expired' | 'superseded' | 'deleted' | 'archived'
    readonly event: 'send' | 'delete' | 'view' | 'approve' | 'reject' | 'expire' | 'convert' | 'revise' | 'archive' | 'archive_now'
  }
  readonly rate_list: {
    readonly state: 'draft' | 'published' | 'archived'
    readonly event: 'publish' | 'unpublish' | 'archive' | 'supersede'
  }
  readonly refund: {
    readonly state: 'requested' | 'pending' | 'succeeded' | 'failed' | 'cancelled'
    readonly event: 'submit' | 'succeed' | 'fail' | 'retry' | 'cancel'
  }
  readonly report: {
    readonly state: 'queued' | 'running' | 'ready' | 'expired' | 'failed'
    readonly event: 'claim' | 'finish' | 'expire' | 'fail' | 'lapse' | 'retry'
  }
  readonly restore: {
    readonly state: 'requested' | 'running' | 'done' | 'failed'
    readonly event: 'verify' | 'finish' | 'fail' | 'lapse'
  }
  readonly review: {
    readonly state: 'pending' | 'approved' | 'rejected' | 'withdrawn'
    readonly event: 'approve' | 'reject' | 'feature' | 'unfeature' | 'edit' | 'withdraw'
  }
  readonly room_booking: {
    readonly state: 'held' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show' | 'expired'
    readonly event: 'pay' | 'confirm' | 'lapse' | 'cancel' | 'move' | 'begin' | 'miss' | 'end' | 'late_payment' | 'refund'
  }
  readonly router_operation: {
    readonly state: 'queued' | 'running' | 'waiting' | 'done' | 'dead'
    readonly event: 'claim' | 'succeed' | 'fail' | 'lapse' | 'exhaust' | 'retry'
  }
  readonly site: {
    readonly state: 'draft' | 'pending' | 'provisioning' | 'active' | 'failed' | 'updating' | 'deleting' | 'delete_failed' | 'deleted' | 'purged'
    readonly event: 'request' | 'start' | 'succeed' | 'fail' | 'retry' | 'change' | 'delete' | 'destroyed' | 'purge'
  }
  readonly speed_boost: {
    readonly state: 'pending' | 'approved' | 'active' | 'expired' | 'rejected' | 'cancelled'
    readonly event: 'approve' | 'reject' | 'activate' | 'lapse' | 'end' | 'stop' | 'cancel'
  }
  readonly subscriber: {
    readonly state: 'pending' | 'active' | 'suspended' | 'terminated'
    readonly event: 'activate' | 'change_plan' | 'suspend' | 'resume' | 'terminate' | 'cancel'
  }
  readonly subscription: {
    readonly state: 'trialing' | 'active' | 'past_due' | 'unpaid' | 'paused' | 'canceling' | 'canceled'
    readonly event: 'warn' | 'pay' | 'lapse' | 'renew' | 'charge_fails' | 'give_up' | 'cancel_at_end' | 'keep' | 'end' | 'cancel_now' | 'resume'
  }
  readonly tenant: {
    readonly state: 'provisioning' | 'provision_failed' | 'active' | 'suspended' | 'deleting' | 'deleted'
    readonly event: 'ready' | 'fail' | 'lapse' | 'retry' | 'suspend' | 'restore' | 'delete' | 'recall' | 'purge'
  }
  readonly ticket: {
    readonly state: 'open' | 'in_progress' | 'pending_customer' | 'resolved' | 'closed' | 'cancelled'
    readonly event: 'assign' | 'start' | 'wait' | 'reply' | 'resolve' | 'reopen' | 'close' | 'lapse' | 'cancel'
  }
  readonly workshop_invoice: {
    readonly state: 'draft' | 'open' | 'paid' | 'partly_refunded' | 'refunded' | 'void' | 'uncollectible'
    readonly event: 'issue' | 'pay' | 'void' | 'write_off' | 'refund_part' | 'refund'
  }
}
