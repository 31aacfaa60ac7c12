// Written by `cargo xtask generate`.

/** A refusal or a fault, with every reason for it. The first reason speaks for the whole. */
export class RatebookError extends Error {
  constructor(report: ErrorReport)
  /** Dotted and stable, such as `rates.blackout`. */
  readonly code: Code
  /** Where: a JSON pointer into the definition or request, empty for the whole. */
  readonly path: string
  /** The figures involved, by name. */
  readonly details: { readonly [figure: string]: unknown }
  /** Every reason, the first one included. */
  readonly reasons: readonly Reason[]
  /** The error as it crosses a wire. */
  toJSON(): ErrorReport
}

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
}

/** A machine, checked and compiled to a table: what may happen next. */
export class Machine {
  /**
   * Loads, checks and compiles a definition: an object, or JSON text or bytes as they cross wires (snake_case).
   *
   * @throws {@link DefinitionError} with every fault at once.
   */
  constructor(definition: MachineDefinition | string | Uint8Array)
  /** Begins an instance in the initial state. */
  start(request: StartRequest): MachineFired
  /** `start` from JSON to JSON, both as they cross wires (snake_case). */
  startJson(request: string | Uint8Array): Buffer
  /** What an event does to an instance, or every reason why it may not happen. Nothing is carried out: effects are told. */
  fire(request: FireRequest): MachineFired
  /** `fire` from JSON to JSON, both as they cross wires (snake_case). */
  fireJson(request: string | Uint8Array): Buffer
  /** Many events of many instances, one after the other, each for itself. */
  fireAll(request: FireAllRequest): readonly MachineAttempt[]
  /** `fireAll` from JSON to JSON, both as they cross wires (snake_case). */
  fireAllJson(request: string | Uint8Array): Buffer
  /** Where an event leads, by names alone: who may and what must be given is not asked. */
  step(request: StepRequest): MachineStep
  /** `step` from JSON to JSON, both as they cross wires (snake_case). */
  stepJson(request: string | Uint8Array): Buffer
  /** Every event: whether it may happen now, and why not. */
  allowed(request: AllowedRequest): readonly MachineChoice[]
  /** `allowed` from JSON to JSON, both as they cross wires (snake_case). */
  allowedJson(request: string | Uint8Array): Buffer
  /** The events whose timers have run out, and when to ask again. */
  due(request: DueRequest): MachineTimers
  /** `due` from JSON to JSON, both as they cross wires (snake_case). */
  dueJson(request: string | Uint8Array): Buffer
  /** The instance that a history leads to, each record checked. */
  replay(request: ReplayRequest): MachineInstance
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
}

export const expression: {
  /** Reads, types and evaluates an expression. */
  readonly evaluate: (request: EvaluateRequest) => Evaluated
  /** `evaluate` from JSON to JSON, both as they cross wires (snake_case). */
  readonly evaluateJson: (request: string | Uint8Array) => Buffer
}

export const flow: {
  /** The machines that come with the engine, to be used as they are or changed. */
  readonly machines: (request: MachinesRequest) => readonly MachineDefinition[]
  /** `machines` from JSON to JSON, both as they cross wires (snake_case). */
  readonly machinesJson: (request: string | Uint8Array) => Buffer
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
  /** Every blackout day with its reason. */
  readonly blackoutDays: (request: BlackoutDaysRequest) => readonly BlackoutDay[]
  /** `blackoutDays` from JSON to JSON, both as they cross wires (snake_case). */
  readonly blackoutDaysJson: (request: string | Uint8Array) => Buffer
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
  /** How many children per room may be free; further ones pay as the next older band, or as adults. */
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
}

/** What a unit costs: exactly one of `base`, `perPerson` and `byAdults`, and what goes with it. */
export interface Prices {
  /** The price for up to the standard number of adults. */
  readonly base?: Decimal | null | undefined
  /** The price of each adult. */
  readonly perPerson?: Decimal | null | undefined
  /** The price by number of adults, such as `{"1": "95", "2": "120"}`. */
  readonly byAdults?: { readonly [number: number]: Decimal } | undefined
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
  /** What one adult pays: the price per person, or the standard occupancy's price divided by its adults. */
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
  /** What happens to the price of an extra adult. */
  readonly extraAdult?: Change | null | undefined
  /** What happens to the price of an extra bed. */
  readonly extraBed?: Change | null | undefined
  /** What happens to the prices of children: their full price and fixed prices. */
  readonly child?: Change | null | undefined
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
  /** How much. */
  readonly price: SupplementPrice
  /** The tax category of its lines. */
  readonly taxCategory?: string | null | undefined
}

/** A party by its size; what is not given does not matter. */
export interface PartyMatch {
  /** At least so many adults. */
  readonly minAdults?: number | null | undefined
  /** At most so many adults. */
  readonly maxAdults?: number | null | undefined
  /** At least so many children. */
  readonly minChildren?: number | null | undefined
  /** At most so many children. */
  readonly maxChildren?: number | null | undefined
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
  /** Whether a stay twice as long has twice as many free nights. */
  readonly repeats?: boolean | undefined
}

/** Which nights are free. */
export type WhichNights =
  /** The cheapest ones. */
  | 'cheapest'
  /** The last ones. */
  | 'last'
  /** As many average nights. */
  | 'average'

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

/** What a discount is taken off. */
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

/** Up to this nightly tariff, so many percent. */
export interface Slab {
  /** The highest tariff of the slab; the last slab has none. */
  readonly upTo?: Decimal | null | undefined
  /** So many percent. */
  readonly percent: Decimal
}

/** What a percentage is taken of. */
export type TaxBase =
  /** The discounted subtotal. */
  | 'net'
  /** The discounted subtotal and the fees. */
  | 'net_and_fees'
  /** The discounted subtotal, the fees and the taxes before it: compound. */
  | 'net_fees_and_taxes'

/** Where the seller is taxed, and by which tables. */
export interface TaxRegion {
  /** The seller's place, such as `IN-KA`, `DE` or `US-NY-NYC`; also the place of supply when a request names none. */
  readonly region: string
  /** Which rule of the tables applies, such as `lodging`. */
  readonly category: string
  /** Tables in place of those that come with the engine. */
  readonly tables?: readonly TaxTable[] | undefined
}

/** The taxes of a place. */
export interface TaxTable {
  /** The place; `US-NY` also applies to `US-NY-NYC`, before that place's own. */
  readonly region: string
  /** The days on which it applies; always when not given. */
  readonly valid?: DayRange | null | undefined
  /** Its rules by category. */
  readonly rules: readonly TaxTableRule[]
}

/** The taxes of a place on one category. */
export interface TaxTableRule {
  /** Such as `lodging` or `service`. */
  readonly category: string
  /** When seller and place of supply are the same place. */
  readonly within: readonly Tax[]
  /** When they are not; `within` when not given. */
  readonly across?: readonly Tax[] | null | undefined
  /** Whether a business with a tax id in another country accounts for the tax itself. */
  readonly reverseCharge?: boolean | undefined
}

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
  /** Each line. */
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
  /** So many units of it cost nothing. */
  readonly included?: Decimal | null | undefined
  /** How it is reckoned. */
  readonly model: ChargeModel
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

/** Prices by tier. */
export interface TieredPrice {
  /** From the lowest to the highest; the last one has no end. */
  readonly tiers: readonly TierPrice[]
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
  /** Booked at least so long before it begins; with 0 not in the past. Any time when not given. */
  readonly noticeMinutes?: number | null | undefined
  /** Booked at most so many days ahead. */
  readonly horizonDays?: number | null | undefined
  /** What it can do, such as `german` or `brakes`. */
  readonly skills?: readonly string[] | undefined
  /** Where it is. */
  readonly location?: string | null | undefined
  /** Among several, the higher one is offered first. */
  readonly priority?: number | undefined
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
  /** Counted from midnight or from the opening. */
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
  /** The names that guards may use, each with its type. */
  readonly facts?: { readonly [key: string]: string } | undefined
  /** The states. */
  readonly states: readonly MachineState[]
  /** The events. */
  readonly events: readonly MachineEvent[]
  /** What leads where. Of several for one state and event the first whose guard holds counts. */
  readonly transitions: readonly MachineTransition[]
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
  /** Who may: the permission that the actor must hold. */
  readonly permission?: string | null | undefined
  /** What the host is to carry out. */
  readonly effects?: readonly MachineEffect[] | undefined
  /** When it is due by itself. */
  readonly after?: MachineTimer | null | undefined
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

/** When a transition is due by itself: so long after the state was entered, or after the moment that a field holds. */
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
}

/** A tenant and all its rules. */
export interface TenantDefinition {
  /** What it is known by. */
  readonly id: string
  /** What people call it. */
  readonly name: string
  /** How it works. */
  readonly settings?: TenantSettings | undefined
}

/** How a tenant works: each setting has a default. */
export interface TenantSettings {
  /** The zone of its clock. */
  readonly zone?: Zone | undefined
  /** The currency of its books. */
  readonly currency?: Currency | null | undefined
}

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
}

/** The catalogue of every code that an answer can carry. */
export type Code =
  /** A defect in Ratebook itself stopped the call. */
  | 'engine.defect'
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
  /** Booked too shortly before it begins. */
  | 'calendar.notice'
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
  /** A permission that is needed is not held; the details name it. */
  | 'tenancy.permission_missing'
  /** The event may not happen in this state; the details name what may. */
  | 'flow.illegal'
  /** The condition of the event does not hold. */
  | 'flow.guard'
  /** A field that must be given with the event is not. */
  | 'flow.field_missing'
  /** Somebody else changed the instance meanwhile. */
  | 'flow.version'
  /** The machine has no such state. */
  | 'flow.state_unknown'
  /** The machine has no such event. */
  | 'flow.event_unknown'
  /** The instance lives by another machine, or by another version of it. */
  | 'flow.other_machine'
  /** A history that the machine could not have lived. */
  | 'flow.history'
  /** Something of another tenant; nothing of it was read. */
  | 'tenancy.wrong_tenant'
  /** Nobody can take it. */
  | 'calendar.unassigned'

/** An expression and the facts it is about. */
export interface EvaluateRequest {
  /** Such as `nights >= 7`. */
  readonly expression: string
  /** The type of each name: `bool`, `int`, `decimal`, `text`, `day`, or a list of one of them such as `[text]`. */
  readonly types?: { readonly [key: string]: string } | undefined
  /** The value of each name; decimals and days as text. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
}

/** What an expression came to. */
export interface Evaluated {
  /** The type of the value. */
  readonly type: string
  /** The value; decimals and days as text. */
  readonly value: unknown
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
   * one that stands first.
   */
  readonly rates: readonly ExchangeRate[]
}

/** What one unit of `base` was worth in `quote`, by whom and when. */
export interface ExchangeRate {
  /** The currency of which there is one unit. */
  readonly base: Currency
  /** The currency in which its worth is told. */
  readonly quote: Currency
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
export type CurrenciesRequest = { readonly [key: string]: unknown }

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

/** How many digits are written at least; digits that are not zero are never dropped. */
export type WrittenDigits =
  /** Those of the minor unit. */
  | 'minor_unit'
  /** Those that people are used to, such as none for HUF; those of the minor unit when the amount needs them. */
  | 'display'

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

/** Which days and hours count as business. */
export interface BusinessCalendar {
  /** Where its days begin. */
  readonly zone: Zone
  /** The days of the week off; Saturday and Sunday when not given. */
  readonly weekend?: readonly Weekday[] | undefined
  /** Days off. */
  readonly holidays?: readonly Day[] | undefined
  /** Days off every year, such as `{"month": 12, "day": 25}`. */
  readonly yearlyHolidays?: readonly MonthDay[] | undefined
  /** The hours of business days; the whole day when not given. */
  readonly hours?: OpeningHours | null | undefined
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

/** The machines that come with the engine are asked for. */
export interface MachinesRequest {
  /** Only the one of that name; all when not given. */
  readonly name?: string | null | undefined
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
}

/** Somebody who could not take it. */
export interface LeftOut {
  /** Who. */
  readonly id: string
  /** Why. */
  readonly why: LeftOutWhy
}

/** Why somebody could not take it. */
export type LeftOutWhy =
  /** Offline, absent or not free. */
  | 'absent'
  /** Without a skill that is needed. */
  | 'skill'
  /** They work elsewhere. */
  | 'area'
  /** Somebody else was named. */
  | 'not_named'

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
  /** The seller's place, its category and, where wanted, its own tables. */
  readonly region: TaxRegion
  /** Where it is taxed; the seller's place when not given. */
  readonly placeOfSupply?: string | null | undefined
  /** The buyer's tax id as a business. */
  readonly businessTaxId?: string | null | undefined
  /** The day of supply. */
  readonly on: Day
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
  /** How many rooms or units. */
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
  /** Where the service is taxed, such as `IN-MH`; the seller's place when not given. */
  readonly placeOfSupply?: string | null | undefined
  /** The guest's tax id as a business, for reverse charge. */
  readonly businessTaxId?: string | null | undefined
  /** Whether a draft is priced too. */
  readonly preview?: boolean | undefined
}

/** A price, explained: its lines always add up to the total exactly. */
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
  /** What came off, not above zero. */
  readonly discounts: Decimal
  /** The fees. */
  readonly fees: Decimal
  /** The taxes by name, inclusive ones too. */
  readonly taxes: readonly TaxTotal[]
  /** The total without any tax. */
  readonly net: Decimal
  /** What is to be paid. */
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
  readonly details?: { readonly [key: string]: unknown } | undefined
  /** Every reason, the first one included. */
  readonly reasons: readonly Reason[]
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
  readonly details?: { readonly [key: string]: unknown } | undefined
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
export type PackRequest = { readonly [key: string]: unknown }

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
  /** It refuses the request. */
  | 'refused'
  /** Another list has a higher priority. */
  | 'priority'
  /** Another list is for the very product, destination or supplier. */
  | 'less_specific'
  /** Another list is a newer version. */
  | 'older_version'
  /** Nothing else tells them apart: another list's id comes first. */
  | 'id'

/** Which list is to answer, of those for a product. */
export interface SelectRequest {
  /** What is to be priced. */
  readonly request: PriceRequest
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
  /** How much of each metric; what is not given is none. */
  readonly usage?: { readonly [key: string]: Decimal } | undefined
}

/** What a period costs, explained: its lines add up to the total exactly. */
export interface PlanBill {
  /** The currency of every amount. */
  readonly currency: Currency
  /** Every line. */
  readonly lines: readonly PlanLine[]
  /** What is to be paid. */
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
  /** Whether seconds or days are counted; the day of the change is the first of what comes after. */
  readonly by?: ProrationUnit | undefined
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

/** What is counted. */
export type ProrationUnit =
  /** Whole days. */
  | 'day'
  /** Seconds of elapsed time. */
  | 'second'

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

/** What a feed changed. */
export interface ImportedFeed {
  /** What is blocked now and was not. */
  readonly added: readonly Blocked[]
  /** What was blocked and is free now. */
  readonly removed: readonly Blocked[]
  /** How many times stayed as they were. */
  readonly unchanged: number
  /** Events and lines that could not be read, each with its line. */
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
export type SnapshotRequest = { readonly [key: string]: unknown }

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
export interface MachineFired {
  /** The instance as it is now. */
  readonly instance: MachineInstance
  /** How it stands. */
  readonly standing: MachineStanding
  /** Whether it has ended. */
  readonly terminal: boolean
  /** What the host is to carry out. */
  readonly effects: readonly MachineEffect[]
  /** What to keep of it. */
  readonly record: MachineRecord
}

/** Something that lives by a machine: plain data, to be kept by the host. */
export interface MachineInstance {
  /** The machine's name. */
  readonly machine: string
  /** The machine's version. */
  readonly machineVersion: number
  /** What it is known by. */
  readonly id?: string | null | undefined
  /** The state it is in. */
  readonly state: string
  /** How often something happened to it: what tells two writers apart. */
  readonly version: number
  /** When it came into its state. */
  readonly enteredAt: Instant
  /** What was recorded of it. */
  readonly fields?: { readonly [key: string]: unknown } | undefined
}

/** What happened, to be kept by the host: the history from which an instance can be made again. */
export interface MachineRecord {
  /** The instance's version after it. */
  readonly version: number
  /** What happened; nothing for the beginning. */
  readonly event?: string | null | undefined
  /** The state before; none for the beginning. */
  readonly before?: string | null | undefined
  /** The state after. */
  readonly after: string
  /** When. */
  readonly at: Instant
  /** Who. */
  readonly actor?: string | null | undefined
  /** What was given with it. */
  readonly given?: { readonly [key: string]: unknown } | undefined
  /** What it set; `null` for what it cleared. */
  readonly changed?: { readonly [key: string]: unknown } | undefined
}

/** An event happens to an instance. */
export interface FireRequest {
  /** The instance as it is. */
  readonly instance: MachineInstance
  /** What happens. */
  readonly event: string
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
export interface FireAllRequest {
  /** The events. */
  readonly events: readonly FireRequest[]
}

/** What came of one event among many. */
export interface MachineAttempt {
  /** What it did. */
  readonly fired?: MachineFired | null | undefined
  /** Why it did nothing. */
  readonly error?: ErrorReport | null | undefined
}

/** Where an event leads, asked with names alone. */
export interface StepRequest {
  /** The state. */
  readonly state: string
  /** The event. */
  readonly event: string
  /** The facts that guards look at. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
}

/** Where an event leads. */
export interface MachineStep {
  /** The state after it. */
  readonly state: string
  /** Whether that is an end. */
  readonly terminal: boolean
}

/** What may happen next? */
export interface AllowedRequest {
  /** The instance as it is. */
  readonly instance: MachineInstance
  /** What the actor may do, such as `bookings:*`. */
  readonly permissions?: readonly string[] | undefined
  /** The facts that guards look at. */
  readonly facts?: { readonly [key: string]: unknown } | undefined
}

/** An event, whether it may happen, and why not. */
export interface MachineChoice {
  /** The event. */
  readonly event: string
  /** What people read. */
  readonly label?: string | null | undefined
  /** Whether it may happen. */
  readonly open: boolean
  /** The state it would lead to. */
  readonly leadsTo?: string | null | undefined
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
export interface MachineTimers {
  /** What has run out, in order of time. */
  readonly due: readonly MachineDue[]
  /** When the next one of the rest does: there is no need to ask before. */
  readonly nextAt?: Instant | null | undefined
}

/** A timer that has run out: fire its event. */
export interface MachineDue {
  /** The place of the instance in the request. */
  readonly place: number
  /** What the instance is known by. */
  readonly id?: string | null | undefined
  /** What happens. */
  readonly event: string
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
export type PathsRequest = { readonly [key: string]: unknown }

/** The shortest way to a state. */
export interface MachinePath {
  /** The state. */
  readonly state: string
  /** The events that lead there from the initial state. */
  readonly events: readonly string[]
}

/** A tenant's settings are asked for. */
export interface SettingsRequest {
  /** On behalf of whom. */
  readonly tenant: string
}

/** What is free, and at which price? */
export interface AvailabilityAndPriceRequest {
  /** The present moment. */
  readonly now: Instant
  /** When. */
  readonly when: When
  /** The party and what it chose; as many units as its `quantity`. Its days or hours are those of `when`, and are not given. */
  readonly request: PriceRequest
  /** Only these resources; all when empty. */
  readonly resources?: readonly string[] | undefined
  /** The partner who asks. */
  readonly partner?: string | null | undefined
  /** A hold of the asker's own, which does not stand in the way. */
  readonly hold?: string | null | undefined
}

/** What is free and at which price, and what is not offered. */
export interface Found {
  /** What is offered, cheapest first; of equal totals the resource of higher priority, then by id and list. */
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
