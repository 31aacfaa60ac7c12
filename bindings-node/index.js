'use strict'
// Written by `cargo xtask generate`.

const { RatebookError, declareFamily } = require('./lib/errors.js')
const { bytesOf, decode, decodeBytes, encode, handleOf } = require('./lib/values.js')
const { GONE, Handle, dispose, present } = require('./lib/handle.js')
const native = require('./lib/load.js').load()
const ask = require('./lib/ask.js').asker(native)

class BooksError extends RatebookError {}
declareFamily('books', BooksError)
class CalendarError extends RatebookError {}
declareFamily('calendar', CalendarError)
class DefinitionError extends RatebookError {}
declareFamily('definition', DefinitionError)
class EngineError extends RatebookError {}
declareFamily('engine', EngineError)
class ExpressionError extends RatebookError {}
declareFamily('expression', ExpressionError)
class FlowError extends RatebookError {}
declareFamily('flow', FlowError)
class MoneyError extends RatebookError {}
declareFamily('money', MoneyError)
class RatesError extends RatebookError {}
declareFamily('rates', RatesError)
class RecordsError extends RatebookError {}
declareFamily('records', RecordsError)
class RequestError extends RatebookError {}
declareFamily('request', RequestError)
class TenancyError extends RatebookError {}
declareFamily('tenancy', TenancyError)
class TimeError extends RatebookError {}
declareFamily('time', TimeError)

/** Frees what was loaded when the object that held it is gone. */
const held = new FinalizationRegistry((handle) => native.drop(handle))

/** So many of a turn are watched. V8 tells of none before the turn ends, and what it keeps for each would fill the memory in a long one: more are found by the add-on, as others are loaded. */
const MOST_WATCHED = 1_000
let watched = 0

/** Loads a definition: an object in JavaScript's spelling, or JSON as it crosses wires. */
function load(kind, definition, holder) {
  const isJson = typeof definition === 'string' || definition instanceof Uint8Array
  const given = isJson ? bytesOf(definition, 'definition') : encode(definition, 'definition')
  const handle = handleOf(native.load(kind, given, holder))
  if (watched++ === 0) setImmediate(() => (watched = 0)).unref()
  if (watched <= MOST_WATCHED) held.register(holder, handle)
  return handle
}

class RateList extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(0, definition, this)
  }

  price(request) {
    return ask(56, present(this.#handle, 'RateList'), request)
  }

  priceJson(request) {
    return decodeBytes(native.askJson(56, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  total(request) {
    return ask(57, present(this.#handle, 'RateList'), request)
  }

  totalJson(request) {
    return decodeBytes(native.askJson(57, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  priceIn(request) {
    return ask(58, present(this.#handle, 'RateList'), request)
  }

  priceInJson(request) {
    return decodeBytes(native.askJson(58, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  explain(request) {
    return ask(59, present(this.#handle, 'RateList'), request)
  }

  explainJson(request) {
    return decodeBytes(native.askJson(59, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  quoteMany(request) {
    return ask(60, present(this.#handle, 'RateList'), request)
  }

  quoteManyJson(request) {
    return decodeBytes(native.askJson(60, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  async quoteManyAsync(request) {
    return decode(await native.askAsync(60, present(this.#handle, 'RateList'), encode(request, 'request')))
  }

  totalMany(request) {
    return ask(61, present(this.#handle, 'RateList'), request)
  }

  totalManyJson(request) {
    return decodeBytes(native.askJson(61, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  async totalManyAsync(request) {
    return decode(await native.askAsync(61, present(this.#handle, 'RateList'), encode(request, 'request')))
  }

  grid(request) {
    return ask(62, present(this.#handle, 'RateList'), request)
  }

  gridJson(request) {
    return decodeBytes(native.askJson(62, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  pack(request) {
    return ask(63, present(this.#handle, 'RateList'), request)
  }

  packJson(request) {
    return decodeBytes(native.askJson(63, present(this.#handle, 'RateList'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class RateLists extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(1, definition, this)
  }

  cheapest(request) {
    return ask(64, present(this.#handle, 'RateLists'), request)
  }

  cheapestJson(request) {
    return decodeBytes(native.askJson(64, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  select(request) {
    return ask(65, present(this.#handle, 'RateLists'), request)
  }

  selectJson(request) {
    return decodeBytes(native.askJson(65, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  overlaps(request) {
    return ask(66, present(this.#handle, 'RateLists'), request)
  }

  overlapsJson(request) {
    return decodeBytes(native.askJson(66, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  validateDates(request) {
    return ask(67, present(this.#handle, 'RateLists'), request)
  }

  validateDatesJson(request) {
    return decodeBytes(native.askJson(67, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  simulate(request) {
    return ask(68, present(this.#handle, 'RateLists'), request)
  }

  simulateJson(request) {
    return decodeBytes(native.askJson(68, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  export(request) {
    return ask(69, present(this.#handle, 'RateLists'), request)
  }

  exportJson(request) {
    return decodeBytes(native.askJson(69, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  bulkUpdate(request) {
    return ask(70, present(this.#handle, 'RateLists'), request)
  }

  bulkUpdateJson(request) {
    return decodeBytes(native.askJson(70, present(this.#handle, 'RateLists'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Plan extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(2, definition, this)
  }

  charge(request) {
    return ask(71, present(this.#handle, 'Plan'), request)
  }

  chargeJson(request) {
    return decodeBytes(native.askJson(71, present(this.#handle, 'Plan'), bytesOf(request, 'request')))
  }

  periods(request) {
    return ask(72, present(this.#handle, 'Plan'), request)
  }

  periodsJson(request) {
    return decodeBytes(native.askJson(72, present(this.#handle, 'Plan'), bytesOf(request, 'request')))
  }

  prorate(request) {
    return ask(73, present(this.#handle, 'Plan'), request)
  }

  prorateJson(request) {
    return decodeBytes(native.askJson(73, present(this.#handle, 'Plan'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class CancellationPolicy extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(3, definition, this)
  }

  fee(request) {
    return ask(74, present(this.#handle, 'CancellationPolicy'), request)
  }

  feeJson(request) {
    return decodeBytes(native.askJson(74, present(this.#handle, 'CancellationPolicy'), bytesOf(request, 'request')))
  }

  deadlines(request) {
    return ask(75, present(this.#handle, 'CancellationPolicy'), request)
  }

  deadlinesJson(request) {
    return decodeBytes(native.askJson(75, present(this.#handle, 'CancellationPolicy'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Calendar extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(4, definition, this)
  }

  check(request) {
    return ask(76, present(this.#handle, 'Calendar'), request)
  }

  checkJson(request) {
    return decodeBytes(native.askJson(76, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  checkAll(request) {
    return ask(77, present(this.#handle, 'Calendar'), request)
  }

  checkAllJson(request) {
    return decodeBytes(native.askJson(77, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  nextFree(request) {
    return ask(78, present(this.#handle, 'Calendar'), request)
  }

  nextFreeJson(request) {
    return decodeBytes(native.askJson(78, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  slots(request) {
    return ask(79, present(this.#handle, 'Calendar'), request)
  }

  slotsJson(request) {
    return decodeBytes(native.askJson(79, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  commonSlots(request) {
    return ask(80, present(this.#handle, 'Calendar'), request)
  }

  commonSlotsJson(request) {
    return decodeBytes(native.askJson(80, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  view(request) {
    return ask(81, present(this.#handle, 'Calendar'), request)
  }

  viewJson(request) {
    return decodeBytes(native.askJson(81, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  occupancy(request) {
    return ask(82, present(this.#handle, 'Calendar'), request)
  }

  occupancyJson(request) {
    return decodeBytes(native.askJson(82, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  assign(request) {
    return ask(83, present(this.#handle, 'Calendar'), request)
  }

  assignJson(request) {
    return decodeBytes(native.askJson(83, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  book(request) {
    return ask(84, present(this.#handle, 'Calendar'), request)
  }

  bookJson(request) {
    return decodeBytes(native.askJson(84, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  bookSeries(request) {
    return ask(85, present(this.#handle, 'Calendar'), request)
  }

  bookSeriesJson(request) {
    return decodeBytes(native.askJson(85, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  reschedule(request) {
    return ask(86, present(this.#handle, 'Calendar'), request)
  }

  rescheduleJson(request) {
    return decodeBytes(native.askJson(86, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  cancel(request) {
    return ask(87, present(this.#handle, 'Calendar'), request)
  }

  cancelJson(request) {
    return decodeBytes(native.askJson(87, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  hold(request) {
    return ask(88, present(this.#handle, 'Calendar'), request)
  }

  holdJson(request) {
    return decodeBytes(native.askJson(88, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  confirm(request) {
    return ask(89, present(this.#handle, 'Calendar'), request)
  }

  confirmJson(request) {
    return decodeBytes(native.askJson(89, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  release(request) {
    return ask(90, present(this.#handle, 'Calendar'), request)
  }

  releaseJson(request) {
    return decodeBytes(native.askJson(90, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  extend(request) {
    return ask(91, present(this.#handle, 'Calendar'), request)
  }

  extendJson(request) {
    return decodeBytes(native.askJson(91, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  expire(request) {
    return ask(92, present(this.#handle, 'Calendar'), request)
  }

  expireJson(request) {
    return decodeBytes(native.askJson(92, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  block(request) {
    return ask(93, present(this.#handle, 'Calendar'), request)
  }

  blockJson(request) {
    return decodeBytes(native.askJson(93, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  unblock(request) {
    return ask(94, present(this.#handle, 'Calendar'), request)
  }

  unblockJson(request) {
    return decodeBytes(native.askJson(94, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  apply(request) {
    return ask(95, present(this.#handle, 'Calendar'), request)
  }

  applyJson(request) {
    return decodeBytes(native.askJson(95, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  applyRows(request) {
    return ask(96, present(this.#handle, 'Calendar'), request)
  }

  applyRowsJson(request) {
    return decodeBytes(native.askJson(96, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  merge(request) {
    return ask(97, present(this.#handle, 'Calendar'), request)
  }

  mergeJson(request) {
    return decodeBytes(native.askJson(97, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  importFeed(request) {
    return ask(98, present(this.#handle, 'Calendar'), request)
  }

  importFeedJson(request) {
    return decodeBytes(native.askJson(98, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  exportFeed(request) {
    return ask(99, present(this.#handle, 'Calendar'), request)
  }

  exportFeedJson(request) {
    return decodeBytes(native.askJson(99, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  snapshot(request) {
    return ask(100, present(this.#handle, 'Calendar'), request)
  }

  snapshotJson(request) {
    return decodeBytes(native.askJson(100, present(this.#handle, 'Calendar'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Machine extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(5, definition, this)
  }

  start(request) {
    return ask(101, present(this.#handle, 'Machine'), request)
  }

  startJson(request) {
    return decodeBytes(native.askJson(101, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  fire(request) {
    return ask(102, present(this.#handle, 'Machine'), request)
  }

  fireJson(request) {
    return decodeBytes(native.askJson(102, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  fireAll(request) {
    return ask(103, present(this.#handle, 'Machine'), request)
  }

  fireAllJson(request) {
    return decodeBytes(native.askJson(103, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  step(request) {
    return ask(104, present(this.#handle, 'Machine'), request)
  }

  stepJson(request) {
    return decodeBytes(native.askJson(104, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  allowed(request) {
    return ask(105, present(this.#handle, 'Machine'), request)
  }

  allowedJson(request) {
    return decodeBytes(native.askJson(105, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  due(request) {
    return ask(106, present(this.#handle, 'Machine'), request)
  }

  dueJson(request) {
    return decodeBytes(native.askJson(106, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  replay(request) {
    return ask(107, present(this.#handle, 'Machine'), request)
  }

  replayJson(request) {
    return decodeBytes(native.askJson(107, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  diagram(request) {
    return ask(108, present(this.#handle, 'Machine'), request)
  }

  diagramJson(request) {
    return decodeBytes(native.askJson(108, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  paths(request) {
    return ask(109, present(this.#handle, 'Machine'), request)
  }

  pathsJson(request) {
    return decodeBytes(native.askJson(109, present(this.#handle, 'Machine'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class DeadlinePolicy extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(6, definition, this)
  }

  track(request) {
    return ask(110, present(this.#handle, 'DeadlinePolicy'), request)
  }

  trackJson(request) {
    return decodeBytes(native.askJson(110, present(this.#handle, 'DeadlinePolicy'), bytesOf(request, 'request')))
  }

  compliance(request) {
    return ask(111, present(this.#handle, 'DeadlinePolicy'), request)
  }

  complianceJson(request) {
    return decodeBytes(native.askJson(111, present(this.#handle, 'DeadlinePolicy'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Tenant extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(7, definition, this)
  }

  settings(request) {
    return ask(112, present(this.#handle, 'Tenant'), request)
  }

  settingsJson(request) {
    return decodeBytes(native.askJson(112, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  standing(request) {
    return ask(113, present(this.#handle, 'Tenant'), request)
  }

  standingJson(request) {
    return decodeBytes(native.askJson(113, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  may(request) {
    return ask(114, present(this.#handle, 'Tenant'), request)
  }

  mayJson(request) {
    return decodeBytes(native.askJson(114, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  permissions(request) {
    return ask(115, present(this.#handle, 'Tenant'), request)
  }

  permissionsJson(request) {
    return decodeBytes(native.askJson(115, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  mask(request) {
    return ask(116, present(this.#handle, 'Tenant'), request)
  }

  maskJson(request) {
    return decodeBytes(native.askJson(116, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  changeRoles(request) {
    return ask(117, present(this.#handle, 'Tenant'), request)
  }

  changeRolesJson(request) {
    return decodeBytes(native.askJson(117, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  flag(request) {
    return ask(118, present(this.#handle, 'Tenant'), request)
  }

  flagJson(request) {
    return decodeBytes(native.askJson(118, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  flags(request) {
    return ask(119, present(this.#handle, 'Tenant'), request)
  }

  flagsJson(request) {
    return decodeBytes(native.askJson(119, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  rateLimit(request) {
    return ask(120, present(this.#handle, 'Tenant'), request)
  }

  rateLimitJson(request) {
    return decodeBytes(native.askJson(120, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  lockout(request) {
    return ask(121, present(this.#handle, 'Tenant'), request)
  }

  lockoutJson(request) {
    return decodeBytes(native.askJson(121, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  address(request) {
    return ask(122, present(this.#handle, 'Tenant'), request)
  }

  addressJson(request) {
    return decodeBytes(native.askJson(122, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  quota(request) {
    return ask(123, present(this.#handle, 'Tenant'), request)
  }

  quotaJson(request) {
    return decodeBytes(native.askJson(123, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  nextNumber(request) {
    return ask(124, present(this.#handle, 'Tenant'), request)
  }

  nextNumberJson(request) {
    return decodeBytes(native.askJson(124, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  newKey(request) {
    return ask(125, present(this.#handle, 'Tenant'), request)
  }

  newKeyJson(request) {
    return decodeBytes(native.askJson(125, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  checkKey(request) {
    return ask(126, present(this.#handle, 'Tenant'), request)
  }

  checkKeyJson(request) {
    return decodeBytes(native.askJson(126, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  checkFields(request) {
    return ask(127, present(this.#handle, 'Tenant'), request)
  }

  checkFieldsJson(request) {
    return decodeBytes(native.askJson(127, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  checkPolicies(request) {
    return ask(128, present(this.#handle, 'Tenant'), request)
  }

  checkPoliciesJson(request) {
    return decodeBytes(native.askJson(128, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  compliance(request) {
    return ask(129, present(this.#handle, 'Tenant'), request)
  }

  complianceJson(request) {
    return decodeBytes(native.askJson(129, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  budget(request) {
    return ask(130, present(this.#handle, 'Tenant'), request)
  }

  budgetJson(request) {
    return decodeBytes(native.askJson(130, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  exportPerson(request) {
    return ask(131, present(this.#handle, 'Tenant'), request)
  }

  exportPersonJson(request) {
    return decodeBytes(native.askJson(131, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  anonymise(request) {
    return ask(132, present(this.#handle, 'Tenant'), request)
  }

  anonymiseJson(request) {
    return decodeBytes(native.askJson(132, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  retention(request) {
    return ask(133, present(this.#handle, 'Tenant'), request)
  }

  retentionJson(request) {
    return decodeBytes(native.askJson(133, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  consent(request) {
    return ask(134, present(this.#handle, 'Tenant'), request)
  }

  consentJson(request) {
    return decodeBytes(native.askJson(134, present(this.#handle, 'Tenant'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Automation extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(8, definition, this)
  }

  run(request) {
    return ask(135, present(this.#handle, 'Automation'), request)
  }

  runJson(request) {
    return decodeBytes(native.askJson(135, present(this.#handle, 'Automation'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class ContactPlan extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(9, definition, this)
  }

  due(request) {
    return ask(136, present(this.#handle, 'ContactPlan'), request)
  }

  dueJson(request) {
    return decodeBytes(native.askJson(136, present(this.#handle, 'ContactPlan'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Pack extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(10, definition, this)
  }

  matches(request) {
    return ask(137, present(this.#handle, 'Pack'), request)
  }

  matchesJson(request) {
    return decodeBytes(native.askJson(137, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  query(request) {
    return ask(138, present(this.#handle, 'Pack'), request)
  }

  queryJson(request) {
    return decodeBytes(native.askJson(138, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  check(request) {
    return ask(139, present(this.#handle, 'Pack'), request)
  }

  checkJson(request) {
    return decodeBytes(native.askJson(139, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  lookUps(request) {
    return ask(140, present(this.#handle, 'Pack'), request)
  }

  lookUpsJson(request) {
    return decodeBytes(native.askJson(140, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  delete(request) {
    return ask(141, present(this.#handle, 'Pack'), request)
  }

  deleteJson(request) {
    return decodeBytes(native.askJson(141, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  restore(request) {
    return ask(142, present(this.#handle, 'Pack'), request)
  }

  restoreJson(request) {
    return decodeBytes(native.askJson(142, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  carriedOut(request) {
    return ask(143, present(this.#handle, 'Pack'), request)
  }

  carriedOutJson(request) {
    return decodeBytes(native.askJson(143, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  merge(request) {
    return ask(144, present(this.#handle, 'Pack'), request)
  }

  mergeJson(request) {
    return decodeBytes(native.askJson(144, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  fire(request) {
    return ask(145, present(this.#handle, 'Pack'), request)
  }

  fireJson(request) {
    return decodeBytes(native.askJson(145, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  lapse(request) {
    return ask(146, present(this.#handle, 'Pack'), request)
  }

  lapseJson(request) {
    return decodeBytes(native.askJson(146, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  mask(request) {
    return ask(147, present(this.#handle, 'Pack'), request)
  }

  maskJson(request) {
    return decodeBytes(native.askJson(147, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  form(request) {
    return ask(148, present(this.#handle, 'Pack'), request)
  }

  formJson(request) {
    return decodeBytes(native.askJson(148, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  screens(request) {
    return ask(149, present(this.#handle, 'Pack'), request)
  }

  screensJson(request) {
    return decodeBytes(native.askJson(149, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  settings(request) {
    return ask(150, present(this.#handle, 'Pack'), request)
  }

  settingsJson(request) {
    return decodeBytes(native.askJson(150, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  views(request) {
    return ask(151, present(this.#handle, 'Pack'), request)
  }

  viewsJson(request) {
    return decodeBytes(native.askJson(151, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  view(request) {
    return ask(152, present(this.#handle, 'Pack'), request)
  }

  viewJson(request) {
    return decodeBytes(native.askJson(152, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  diff(request) {
    return ask(153, present(this.#handle, 'Pack'), request)
  }

  diffJson(request) {
    return decodeBytes(native.askJson(153, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  automate(request) {
    return ask(154, present(this.#handle, 'Pack'), request)
  }

  automateJson(request) {
    return decodeBytes(native.askJson(154, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  contacts(request) {
    return ask(155, present(this.#handle, 'Pack'), request)
  }

  contactsJson(request) {
    return decodeBytes(native.askJson(155, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  changeRole(request) {
    return ask(156, present(this.#handle, 'Pack'), request)
  }

  changeRoleJson(request) {
    return decodeBytes(native.askJson(156, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  changeMachine(request) {
    return ask(157, present(this.#handle, 'Pack'), request)
  }

  changeMachineJson(request) {
    return decodeBytes(native.askJson(157, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  history(request) {
    return ask(158, present(this.#handle, 'Pack'), request)
  }

  historyJson(request) {
    return decodeBytes(native.askJson(158, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  notice(request) {
    return ask(159, present(this.#handle, 'Pack'), request)
  }

  noticeJson(request) {
    return decodeBytes(native.askJson(159, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  schema(request) {
    return ask(160, present(this.#handle, 'Pack'), request)
  }

  schemaJson(request) {
    return decodeBytes(native.askJson(160, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  plan(request) {
    return ask(161, present(this.#handle, 'Pack'), request)
  }

  planJson(request) {
    return decodeBytes(native.askJson(161, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  openapi(request) {
    return ask(162, present(this.#handle, 'Pack'), request)
  }

  openapiJson(request) {
    return decodeBytes(native.askJson(162, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  rows(request) {
    return ask(163, present(this.#handle, 'Pack'), request)
  }

  rowsJson(request) {
    return decodeBytes(native.askJson(163, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  webhook(request) {
    return ask(164, present(this.#handle, 'Pack'), request)
  }

  webhookJson(request) {
    return decodeBytes(native.askJson(164, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  personExport(request) {
    return ask(165, present(this.#handle, 'Pack'), request)
  }

  personExportJson(request) {
    return decodeBytes(native.askJson(165, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  anonymisePerson(request) {
    return ask(166, present(this.#handle, 'Pack'), request)
  }

  anonymisePersonJson(request) {
    return decodeBytes(native.askJson(166, present(this.#handle, 'Pack'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

class Storefront extends Handle {
  #handle = GONE

  constructor(definition) {
    super()
    this.#handle = load(11, definition, this)
  }

  availabilityAndPrice(request) {
    return ask(167, present(this.#handle, 'Storefront'), request)
  }

  availabilityAndPriceJson(request) {
    return decodeBytes(native.askJson(167, present(this.#handle, 'Storefront'), bytesOf(request, 'request')))
  }

  apply(request) {
    return ask(168, present(this.#handle, 'Storefront'), request)
  }

  applyJson(request) {
    return decodeBytes(native.askJson(168, present(this.#handle, 'Storefront'), bytesOf(request, 'request')))
  }

  snapshot(request) {
    return ask(169, present(this.#handle, 'Storefront'), request)
  }

  snapshotJson(request) {
    return decodeBytes(native.askJson(169, present(this.#handle, 'Storefront'), bytesOf(request, 'request')))
  }

  dispose() {
    if (this.#handle !== GONE) native.drop(this.#handle)
    this.#handle = GONE
  }

  [dispose]() {
    this.dispose()
  }
}

const assignment = Object.freeze({
  choose(request) {
    return ask(36, 0, request)
  },

  chooseJson(request) {
    return decodeBytes(native.askJson(36, 0, bytesOf(request, 'request')))
  },
})

const engine = Object.freeze({
  codes(request) {
    return ask(0, 0, request)
  },

  codesJson(request) {
    return decodeBytes(native.askJson(0, 0, bytesOf(request, 'request')))
  },
  message(request) {
    return ask(1, 0, request)
  },

  messageJson(request) {
    return decodeBytes(native.askJson(1, 0, bytesOf(request, 'request')))
  },
})

const expression = Object.freeze({
  evaluate(request) {
    return ask(2, 0, request)
  },

  evaluateJson(request) {
    return decodeBytes(native.askJson(2, 0, bytesOf(request, 'request')))
  },
  check(request) {
    return ask(3, 0, request)
  },

  checkJson(request) {
    return decodeBytes(native.askJson(3, 0, bytesOf(request, 'request')))
  },
})

const flow = Object.freeze({
  machines(request) {
    return ask(34, 0, request)
  },

  machinesJson(request) {
    return decodeBytes(native.askJson(34, 0, bytesOf(request, 'request')))
  },
  retry(request) {
    return ask(40, 0, request)
  },

  retryJson(request) {
    return decodeBytes(native.askJson(40, 0, bytesOf(request, 'request')))
  },
  alert(request) {
    return ask(41, 0, request)
  },

  alertJson(request) {
    return decodeBytes(native.askJson(41, 0, bytesOf(request, 'request')))
  },

  machine(name) {
    const [definition] = flow.machines({ name })
    return new Machine(definition)
  },
})

const money = Object.freeze({
  round(request) {
    return ask(4, 0, request)
  },

  roundJson(request) {
    return decodeBytes(native.askJson(4, 0, bytesOf(request, 'request')))
  },
  allocate(request) {
    return ask(5, 0, request)
  },

  allocateJson(request) {
    return decodeBytes(native.askJson(5, 0, bytesOf(request, 'request')))
  },
  sum(request) {
    return ask(6, 0, request)
  },

  sumJson(request) {
    return decodeBytes(native.askJson(6, 0, bytesOf(request, 'request')))
  },
  convert(request) {
    return ask(7, 0, request)
  },

  convertJson(request) {
    return decodeBytes(native.askJson(7, 0, bytesOf(request, 'request')))
  },
  checkRates(request) {
    return ask(8, 0, request)
  },

  checkRatesJson(request) {
    return decodeBytes(native.askJson(8, 0, bytesOf(request, 'request')))
  },
  currency(request) {
    return ask(9, 0, request)
  },

  currencyJson(request) {
    return decodeBytes(native.askJson(9, 0, bytesOf(request, 'request')))
  },
  currencies(request) {
    return ask(10, 0, request)
  },

  currenciesJson(request) {
    return decodeBytes(native.askJson(10, 0, bytesOf(request, 'request')))
  },
  toGateway(request) {
    return ask(11, 0, request)
  },

  toGatewayJson(request) {
    return decodeBytes(native.askJson(11, 0, bytesOf(request, 'request')))
  },
  fromGateway(request) {
    return ask(12, 0, request)
  },

  fromGatewayJson(request) {
    return decodeBytes(native.askJson(12, 0, bytesOf(request, 'request')))
  },
  format(request) {
    return ask(13, 0, request)
  },

  formatJson(request) {
    return decodeBytes(native.askJson(13, 0, bytesOf(request, 'request')))
  },
  parse(request) {
    return ask(14, 0, request)
  },

  parseJson(request) {
    return decodeBytes(native.askJson(14, 0, bytesOf(request, 'request')))
  },
})

const plans = Object.freeze({
  boost(request) {
    return ask(51, 0, request)
  },

  boostJson(request) {
    return decodeBytes(native.askJson(51, 0, bytesOf(request, 'request')))
  },
})

const rates = Object.freeze({
  create(request) {
    return ask(42, 0, request)
  },

  createJson(request) {
    return decodeBytes(native.askJson(42, 0, bytesOf(request, 'request')))
  },
  publish(request) {
    return ask(43, 0, request)
  },

  publishJson(request) {
    return decodeBytes(native.askJson(43, 0, bytesOf(request, 'request')))
  },
  unpublish(request) {
    return ask(44, 0, request)
  },

  unpublishJson(request) {
    return decodeBytes(native.askJson(44, 0, bytesOf(request, 'request')))
  },
  archive(request) {
    return ask(45, 0, request)
  },

  archiveJson(request) {
    return decodeBytes(native.askJson(45, 0, bytesOf(request, 'request')))
  },
  edit(request) {
    return ask(46, 0, request)
  },

  editJson(request) {
    return decodeBytes(native.askJson(46, 0, bytesOf(request, 'request')))
  },
  cloneList(request) {
    return ask(47, 0, request)
  },

  cloneListJson(request) {
    return decodeBytes(native.askJson(47, 0, bytesOf(request, 'request')))
  },
  addBlackout(request) {
    return ask(48, 0, request)
  },

  addBlackoutJson(request) {
    return decodeBytes(native.askJson(48, 0, bytesOf(request, 'request')))
  },
  removeBlackout(request) {
    return ask(49, 0, request)
  },

  removeBlackoutJson(request) {
    return decodeBytes(native.askJson(49, 0, bytesOf(request, 'request')))
  },
  import(request) {
    return ask(50, 0, request)
  },

  importJson(request) {
    return decodeBytes(native.askJson(50, 0, bytesOf(request, 'request')))
  },
  taxesFor(request) {
    return ask(52, 0, request)
  },

  taxesForJson(request) {
    return decodeBytes(native.askJson(52, 0, bytesOf(request, 'request')))
  },
  taxTables(request) {
    return ask(53, 0, request)
  },

  taxTablesJson(request) {
    return decodeBytes(native.askJson(53, 0, bytesOf(request, 'request')))
  },
  blackoutDays(request) {
    return ask(55, 0, request)
  },

  blackoutDaysJson(request) {
    return decodeBytes(native.askJson(55, 0, bytesOf(request, 'request')))
  },
})

const records = Object.freeze({
  readFiles(request) {
    return ask(54, 0, request)
  },

  readFilesJson(request) {
    return decodeBytes(native.askJson(54, 0, bytesOf(request, 'request')))
  },
})

const tenancy = Object.freeze({
  slug(request) {
    return ask(35, 0, request)
  },

  slugJson(request) {
    return decodeBytes(native.askJson(35, 0, bytesOf(request, 'request')))
  },
  auditAppend(request) {
    return ask(37, 0, request)
  },

  auditAppendJson(request) {
    return decodeBytes(native.askJson(37, 0, bytesOf(request, 'request')))
  },
  auditVerify(request) {
    return ask(38, 0, request)
  },

  auditVerifyJson(request) {
    return decodeBytes(native.askJson(38, 0, bytesOf(request, 'request')))
  },
  auditAnchor(request) {
    return ask(39, 0, request)
  },

  auditAnchorJson(request) {
    return decodeBytes(native.askJson(39, 0, bytesOf(request, 'request')))
  },
})

const time = Object.freeze({
  day(request) {
    return ask(15, 0, request)
  },

  dayJson(request) {
    return decodeBytes(native.askJson(15, 0, bytesOf(request, 'request')))
  },
  addMonths(request) {
    return ask(16, 0, request)
  },

  addMonthsJson(request) {
    return decodeBytes(native.askJson(16, 0, bytesOf(request, 'request')))
  },
  age(request) {
    return ask(17, 0, request)
  },

  ageJson(request) {
    return decodeBytes(native.askJson(17, 0, bytesOf(request, 'request')))
  },
  toInstant(request) {
    return ask(18, 0, request)
  },

  toInstantJson(request) {
    return decodeBytes(native.askJson(18, 0, bytesOf(request, 'request')))
  },
  toLocal(request) {
    return ask(19, 0, request)
  },

  toLocalJson(request) {
    return decodeBytes(native.askJson(19, 0, bytesOf(request, 'request')))
  },
  dayLength(request) {
    return ask(20, 0, request)
  },

  dayLengthJson(request) {
    return decodeBytes(native.askJson(20, 0, bytesOf(request, 'request')))
  },
  zoneDatabase(request) {
    return ask(21, 0, request)
  },

  zoneDatabaseJson(request) {
    return decodeBytes(native.askJson(21, 0, bytesOf(request, 'request')))
  },
  clockChanges(request) {
    return ask(22, 0, request)
  },

  clockChangesJson(request) {
    return decodeBytes(native.askJson(22, 0, bytesOf(request, 'request')))
  },
  openSpans(request) {
    return ask(23, 0, request)
  },

  openSpansJson(request) {
    return decodeBytes(native.askJson(23, 0, bytesOf(request, 'request')))
  },
  isOpen(request) {
    return ask(24, 0, request)
  },

  isOpenJson(request) {
    return decodeBytes(native.askJson(24, 0, bytesOf(request, 'request')))
  },
  openTime(request) {
    return ask(25, 0, request)
  },

  openTimeJson(request) {
    return decodeBytes(native.askJson(25, 0, bytesOf(request, 'request')))
  },
  addBusinessDays(request) {
    return ask(26, 0, request)
  },

  addBusinessDaysJson(request) {
    return decodeBytes(native.askJson(26, 0, bytesOf(request, 'request')))
  },
  businessDays(request) {
    return ask(27, 0, request)
  },

  businessDaysJson(request) {
    return decodeBytes(native.askJson(27, 0, bytesOf(request, 'request')))
  },
  addBusinessTime(request) {
    return ask(28, 0, request)
  },

  addBusinessTimeJson(request) {
    return decodeBytes(native.askJson(28, 0, bytesOf(request, 'request')))
  },
  businessTime(request) {
    return ask(29, 0, request)
  },

  businessTimeJson(request) {
    return decodeBytes(native.askJson(29, 0, bytesOf(request, 'request')))
  },
  periods(request) {
    return ask(30, 0, request)
  },

  periodsJson(request) {
    return decodeBytes(native.askJson(30, 0, bytesOf(request, 'request')))
  },
  periodOf(request) {
    return ask(31, 0, request)
  },

  periodOfJson(request) {
    return decodeBytes(native.askJson(31, 0, bytesOf(request, 'request')))
  },
  occurrences(request) {
    return ask(32, 0, request)
  },

  occurrencesJson(request) {
    return decodeBytes(native.askJson(32, 0, bytesOf(request, 'request')))
  },
  cron(request) {
    return ask(33, 0, request)
  },

  cronJson(request) {
    return decodeBytes(native.askJson(33, 0, bytesOf(request, 'request')))
  },
})

module.exports = {
  RateList,
  RateLists,
  Plan,
  CancellationPolicy,
  Calendar,
  Machine,
  DeadlinePolicy,
  Tenant,
  Automation,
  ContactPlan,
  Pack,
  Storefront,
  assignment,
  engine,
  expression,
  flow,
  money,
  plans,
  rates,
  records,
  tenancy,
  time,
  RatebookError,
  BooksError,
  CalendarError,
  DefinitionError,
  EngineError,
  ExpressionError,
  FlowError,
  MoneyError,
  RatesError,
  RecordsError,
  RequestError,
  TenancyError,
  TimeError,
}
