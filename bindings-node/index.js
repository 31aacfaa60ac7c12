'use strict'
// Written by `cargo xtask generate`.

const { RatebookError, declareFamily } = require('./lib/errors.js')
const { answered, bytesOf, decode, decodeBytes, encode, handleOf, written } = require('./lib/values.js')
const native = require('./lib/load.js').load()

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
class RequestError extends RatebookError {}
declareFamily('request', RequestError)
class TenancyError extends RatebookError {}
declareFamily('tenancy', TenancyError)
class TimeError extends RatebookError {}
declareFamily('time', TimeError)

/** Frees what was loaded when the object that held it is gone. */
const held = new FinalizationRegistry((handle) => native.drop(handle))

/** Loads a definition: an object in JavaScript's spelling, or JSON as it crosses wires. */
function load(kind, definition, holder) {
  const isJson = typeof definition === 'string' || definition instanceof Uint8Array
  const given = isJson ? bytesOf(definition, 'definition') : encode(definition, 'definition')
  const handle = handleOf(native.load(kind, given))
  held.register(holder, handle)
  return handle
}

class RateList {
  #handle

  constructor(definition) {
    this.#handle = load(0, definition, this)
  }

  price(request) {
    return answered(native.ask(50, this.#handle, written(request, 'request')), request, 'request')
  }

  priceJson(request) {
    return decodeBytes(native.askJson(50, this.#handle, bytesOf(request, 'request')))
  }

  total(request) {
    return answered(native.ask(51, this.#handle, written(request, 'request')), request, 'request')
  }

  totalJson(request) {
    return decodeBytes(native.askJson(51, this.#handle, bytesOf(request, 'request')))
  }

  priceIn(request) {
    return answered(native.ask(52, this.#handle, written(request, 'request')), request, 'request')
  }

  priceInJson(request) {
    return decodeBytes(native.askJson(52, this.#handle, bytesOf(request, 'request')))
  }

  explain(request) {
    return answered(native.ask(53, this.#handle, written(request, 'request')), request, 'request')
  }

  explainJson(request) {
    return decodeBytes(native.askJson(53, this.#handle, bytesOf(request, 'request')))
  }

  quoteMany(request) {
    return answered(native.ask(54, this.#handle, written(request, 'request')), request, 'request')
  }

  quoteManyJson(request) {
    return decodeBytes(native.askJson(54, this.#handle, bytesOf(request, 'request')))
  }

  async quoteManyAsync(request) {
    return decode(await native.askAsync(54, this.#handle, encode(request, 'request')))
  }

  totalMany(request) {
    return answered(native.ask(55, this.#handle, written(request, 'request')), request, 'request')
  }

  totalManyJson(request) {
    return decodeBytes(native.askJson(55, this.#handle, bytesOf(request, 'request')))
  }

  async totalManyAsync(request) {
    return decode(await native.askAsync(55, this.#handle, encode(request, 'request')))
  }

  grid(request) {
    return answered(native.ask(56, this.#handle, written(request, 'request')), request, 'request')
  }

  gridJson(request) {
    return decodeBytes(native.askJson(56, this.#handle, bytesOf(request, 'request')))
  }

  pack(request) {
    return answered(native.ask(57, this.#handle, written(request, 'request')), request, 'request')
  }

  packJson(request) {
    return decodeBytes(native.askJson(57, this.#handle, bytesOf(request, 'request')))
  }
}

class RateLists {
  #handle

  constructor(definition) {
    this.#handle = load(1, definition, this)
  }

  cheapest(request) {
    return answered(native.ask(58, this.#handle, written(request, 'request')), request, 'request')
  }

  cheapestJson(request) {
    return decodeBytes(native.askJson(58, this.#handle, bytesOf(request, 'request')))
  }

  select(request) {
    return answered(native.ask(59, this.#handle, written(request, 'request')), request, 'request')
  }

  selectJson(request) {
    return decodeBytes(native.askJson(59, this.#handle, bytesOf(request, 'request')))
  }

  overlaps(request) {
    return answered(native.ask(60, this.#handle, written(request, 'request')), request, 'request')
  }

  overlapsJson(request) {
    return decodeBytes(native.askJson(60, this.#handle, bytesOf(request, 'request')))
  }

  validateDates(request) {
    return answered(native.ask(61, this.#handle, written(request, 'request')), request, 'request')
  }

  validateDatesJson(request) {
    return decodeBytes(native.askJson(61, this.#handle, bytesOf(request, 'request')))
  }

  simulate(request) {
    return answered(native.ask(62, this.#handle, written(request, 'request')), request, 'request')
  }

  simulateJson(request) {
    return decodeBytes(native.askJson(62, this.#handle, bytesOf(request, 'request')))
  }

  export(request) {
    return answered(native.ask(63, this.#handle, written(request, 'request')), request, 'request')
  }

  exportJson(request) {
    return decodeBytes(native.askJson(63, this.#handle, bytesOf(request, 'request')))
  }

  bulkUpdate(request) {
    return answered(native.ask(64, this.#handle, written(request, 'request')), request, 'request')
  }

  bulkUpdateJson(request) {
    return decodeBytes(native.askJson(64, this.#handle, bytesOf(request, 'request')))
  }
}

class Plan {
  #handle

  constructor(definition) {
    this.#handle = load(2, definition, this)
  }

  charge(request) {
    return answered(native.ask(65, this.#handle, written(request, 'request')), request, 'request')
  }

  chargeJson(request) {
    return decodeBytes(native.askJson(65, this.#handle, bytesOf(request, 'request')))
  }

  periods(request) {
    return answered(native.ask(66, this.#handle, written(request, 'request')), request, 'request')
  }

  periodsJson(request) {
    return decodeBytes(native.askJson(66, this.#handle, bytesOf(request, 'request')))
  }

  prorate(request) {
    return answered(native.ask(67, this.#handle, written(request, 'request')), request, 'request')
  }

  prorateJson(request) {
    return decodeBytes(native.askJson(67, this.#handle, bytesOf(request, 'request')))
  }
}

class Calendar {
  #handle

  constructor(definition) {
    this.#handle = load(3, definition, this)
  }

  check(request) {
    return answered(native.ask(68, this.#handle, written(request, 'request')), request, 'request')
  }

  checkJson(request) {
    return decodeBytes(native.askJson(68, this.#handle, bytesOf(request, 'request')))
  }

  checkAll(request) {
    return answered(native.ask(69, this.#handle, written(request, 'request')), request, 'request')
  }

  checkAllJson(request) {
    return decodeBytes(native.askJson(69, this.#handle, bytesOf(request, 'request')))
  }

  nextFree(request) {
    return answered(native.ask(70, this.#handle, written(request, 'request')), request, 'request')
  }

  nextFreeJson(request) {
    return decodeBytes(native.askJson(70, this.#handle, bytesOf(request, 'request')))
  }

  slots(request) {
    return answered(native.ask(71, this.#handle, written(request, 'request')), request, 'request')
  }

  slotsJson(request) {
    return decodeBytes(native.askJson(71, this.#handle, bytesOf(request, 'request')))
  }

  commonSlots(request) {
    return answered(native.ask(72, this.#handle, written(request, 'request')), request, 'request')
  }

  commonSlotsJson(request) {
    return decodeBytes(native.askJson(72, this.#handle, bytesOf(request, 'request')))
  }

  view(request) {
    return answered(native.ask(73, this.#handle, written(request, 'request')), request, 'request')
  }

  viewJson(request) {
    return decodeBytes(native.askJson(73, this.#handle, bytesOf(request, 'request')))
  }

  occupancy(request) {
    return answered(native.ask(74, this.#handle, written(request, 'request')), request, 'request')
  }

  occupancyJson(request) {
    return decodeBytes(native.askJson(74, this.#handle, bytesOf(request, 'request')))
  }

  assign(request) {
    return answered(native.ask(75, this.#handle, written(request, 'request')), request, 'request')
  }

  assignJson(request) {
    return decodeBytes(native.askJson(75, this.#handle, bytesOf(request, 'request')))
  }

  book(request) {
    return answered(native.ask(76, this.#handle, written(request, 'request')), request, 'request')
  }

  bookJson(request) {
    return decodeBytes(native.askJson(76, this.#handle, bytesOf(request, 'request')))
  }

  bookSeries(request) {
    return answered(native.ask(77, this.#handle, written(request, 'request')), request, 'request')
  }

  bookSeriesJson(request) {
    return decodeBytes(native.askJson(77, this.#handle, bytesOf(request, 'request')))
  }

  reschedule(request) {
    return answered(native.ask(78, this.#handle, written(request, 'request')), request, 'request')
  }

  rescheduleJson(request) {
    return decodeBytes(native.askJson(78, this.#handle, bytesOf(request, 'request')))
  }

  cancel(request) {
    return answered(native.ask(79, this.#handle, written(request, 'request')), request, 'request')
  }

  cancelJson(request) {
    return decodeBytes(native.askJson(79, this.#handle, bytesOf(request, 'request')))
  }

  hold(request) {
    return answered(native.ask(80, this.#handle, written(request, 'request')), request, 'request')
  }

  holdJson(request) {
    return decodeBytes(native.askJson(80, this.#handle, bytesOf(request, 'request')))
  }

  confirm(request) {
    return answered(native.ask(81, this.#handle, written(request, 'request')), request, 'request')
  }

  confirmJson(request) {
    return decodeBytes(native.askJson(81, this.#handle, bytesOf(request, 'request')))
  }

  release(request) {
    return answered(native.ask(82, this.#handle, written(request, 'request')), request, 'request')
  }

  releaseJson(request) {
    return decodeBytes(native.askJson(82, this.#handle, bytesOf(request, 'request')))
  }

  extend(request) {
    return answered(native.ask(83, this.#handle, written(request, 'request')), request, 'request')
  }

  extendJson(request) {
    return decodeBytes(native.askJson(83, this.#handle, bytesOf(request, 'request')))
  }

  expire(request) {
    return answered(native.ask(84, this.#handle, written(request, 'request')), request, 'request')
  }

  expireJson(request) {
    return decodeBytes(native.askJson(84, this.#handle, bytesOf(request, 'request')))
  }

  block(request) {
    return answered(native.ask(85, this.#handle, written(request, 'request')), request, 'request')
  }

  blockJson(request) {
    return decodeBytes(native.askJson(85, this.#handle, bytesOf(request, 'request')))
  }

  unblock(request) {
    return answered(native.ask(86, this.#handle, written(request, 'request')), request, 'request')
  }

  unblockJson(request) {
    return decodeBytes(native.askJson(86, this.#handle, bytesOf(request, 'request')))
  }

  apply(request) {
    return answered(native.ask(87, this.#handle, written(request, 'request')), request, 'request')
  }

  applyJson(request) {
    return decodeBytes(native.askJson(87, this.#handle, bytesOf(request, 'request')))
  }

  merge(request) {
    return answered(native.ask(88, this.#handle, written(request, 'request')), request, 'request')
  }

  mergeJson(request) {
    return decodeBytes(native.askJson(88, this.#handle, bytesOf(request, 'request')))
  }

  importFeed(request) {
    return answered(native.ask(89, this.#handle, written(request, 'request')), request, 'request')
  }

  importFeedJson(request) {
    return decodeBytes(native.askJson(89, this.#handle, bytesOf(request, 'request')))
  }

  exportFeed(request) {
    return answered(native.ask(90, this.#handle, written(request, 'request')), request, 'request')
  }

  exportFeedJson(request) {
    return decodeBytes(native.askJson(90, this.#handle, bytesOf(request, 'request')))
  }

  snapshot(request) {
    return answered(native.ask(91, this.#handle, written(request, 'request')), request, 'request')
  }

  snapshotJson(request) {
    return decodeBytes(native.askJson(91, this.#handle, bytesOf(request, 'request')))
  }
}

class Machine {
  #handle

  constructor(definition) {
    this.#handle = load(4, definition, this)
  }

  start(request) {
    return answered(native.ask(92, this.#handle, written(request, 'request')), request, 'request')
  }

  startJson(request) {
    return decodeBytes(native.askJson(92, this.#handle, bytesOf(request, 'request')))
  }

  fire(request) {
    return answered(native.ask(93, this.#handle, written(request, 'request')), request, 'request')
  }

  fireJson(request) {
    return decodeBytes(native.askJson(93, this.#handle, bytesOf(request, 'request')))
  }

  fireAll(request) {
    return answered(native.ask(94, this.#handle, written(request, 'request')), request, 'request')
  }

  fireAllJson(request) {
    return decodeBytes(native.askJson(94, this.#handle, bytesOf(request, 'request')))
  }

  step(request) {
    return answered(native.ask(95, this.#handle, written(request, 'request')), request, 'request')
  }

  stepJson(request) {
    return decodeBytes(native.askJson(95, this.#handle, bytesOf(request, 'request')))
  }

  allowed(request) {
    return answered(native.ask(96, this.#handle, written(request, 'request')), request, 'request')
  }

  allowedJson(request) {
    return decodeBytes(native.askJson(96, this.#handle, bytesOf(request, 'request')))
  }

  due(request) {
    return answered(native.ask(97, this.#handle, written(request, 'request')), request, 'request')
  }

  dueJson(request) {
    return decodeBytes(native.askJson(97, this.#handle, bytesOf(request, 'request')))
  }

  replay(request) {
    return answered(native.ask(98, this.#handle, written(request, 'request')), request, 'request')
  }

  replayJson(request) {
    return decodeBytes(native.askJson(98, this.#handle, bytesOf(request, 'request')))
  }

  diagram(request) {
    return answered(native.ask(99, this.#handle, written(request, 'request')), request, 'request')
  }

  diagramJson(request) {
    return decodeBytes(native.askJson(99, this.#handle, bytesOf(request, 'request')))
  }

  paths(request) {
    return answered(native.ask(100, this.#handle, written(request, 'request')), request, 'request')
  }

  pathsJson(request) {
    return decodeBytes(native.askJson(100, this.#handle, bytesOf(request, 'request')))
  }
}

class DeadlinePolicy {
  #handle

  constructor(definition) {
    this.#handle = load(5, definition, this)
  }

  track(request) {
    return answered(native.ask(101, this.#handle, written(request, 'request')), request, 'request')
  }

  trackJson(request) {
    return decodeBytes(native.askJson(101, this.#handle, bytesOf(request, 'request')))
  }

  compliance(request) {
    return answered(native.ask(102, this.#handle, written(request, 'request')), request, 'request')
  }

  complianceJson(request) {
    return decodeBytes(native.askJson(102, this.#handle, bytesOf(request, 'request')))
  }
}

class Tenant {
  #handle

  constructor(definition) {
    this.#handle = load(6, definition, this)
  }

  settings(request) {
    return answered(native.ask(103, this.#handle, written(request, 'request')), request, 'request')
  }

  settingsJson(request) {
    return decodeBytes(native.askJson(103, this.#handle, bytesOf(request, 'request')))
  }

  standing(request) {
    return answered(native.ask(104, this.#handle, written(request, 'request')), request, 'request')
  }

  standingJson(request) {
    return decodeBytes(native.askJson(104, this.#handle, bytesOf(request, 'request')))
  }

  may(request) {
    return answered(native.ask(105, this.#handle, written(request, 'request')), request, 'request')
  }

  mayJson(request) {
    return decodeBytes(native.askJson(105, this.#handle, bytesOf(request, 'request')))
  }

  permissions(request) {
    return answered(native.ask(106, this.#handle, written(request, 'request')), request, 'request')
  }

  permissionsJson(request) {
    return decodeBytes(native.askJson(106, this.#handle, bytesOf(request, 'request')))
  }

  mask(request) {
    return answered(native.ask(107, this.#handle, written(request, 'request')), request, 'request')
  }

  maskJson(request) {
    return decodeBytes(native.askJson(107, this.#handle, bytesOf(request, 'request')))
  }

  changeRoles(request) {
    return answered(native.ask(108, this.#handle, written(request, 'request')), request, 'request')
  }

  changeRolesJson(request) {
    return decodeBytes(native.askJson(108, this.#handle, bytesOf(request, 'request')))
  }

  flag(request) {
    return answered(native.ask(109, this.#handle, written(request, 'request')), request, 'request')
  }

  flagJson(request) {
    return decodeBytes(native.askJson(109, this.#handle, bytesOf(request, 'request')))
  }

  flags(request) {
    return answered(native.ask(110, this.#handle, written(request, 'request')), request, 'request')
  }

  flagsJson(request) {
    return decodeBytes(native.askJson(110, this.#handle, bytesOf(request, 'request')))
  }

  rateLimit(request) {
    return answered(native.ask(111, this.#handle, written(request, 'request')), request, 'request')
  }

  rateLimitJson(request) {
    return decodeBytes(native.askJson(111, this.#handle, bytesOf(request, 'request')))
  }

  lockout(request) {
    return answered(native.ask(112, this.#handle, written(request, 'request')), request, 'request')
  }

  lockoutJson(request) {
    return decodeBytes(native.askJson(112, this.#handle, bytesOf(request, 'request')))
  }

  address(request) {
    return answered(native.ask(113, this.#handle, written(request, 'request')), request, 'request')
  }

  addressJson(request) {
    return decodeBytes(native.askJson(113, this.#handle, bytesOf(request, 'request')))
  }

  quota(request) {
    return answered(native.ask(114, this.#handle, written(request, 'request')), request, 'request')
  }

  quotaJson(request) {
    return decodeBytes(native.askJson(114, this.#handle, bytesOf(request, 'request')))
  }

  nextNumber(request) {
    return answered(native.ask(115, this.#handle, written(request, 'request')), request, 'request')
  }

  nextNumberJson(request) {
    return decodeBytes(native.askJson(115, this.#handle, bytesOf(request, 'request')))
  }

  newKey(request) {
    return answered(native.ask(116, this.#handle, written(request, 'request')), request, 'request')
  }

  newKeyJson(request) {
    return decodeBytes(native.askJson(116, this.#handle, bytesOf(request, 'request')))
  }

  checkKey(request) {
    return answered(native.ask(117, this.#handle, written(request, 'request')), request, 'request')
  }

  checkKeyJson(request) {
    return decodeBytes(native.askJson(117, this.#handle, bytesOf(request, 'request')))
  }

  checkFields(request) {
    return answered(native.ask(118, this.#handle, written(request, 'request')), request, 'request')
  }

  checkFieldsJson(request) {
    return decodeBytes(native.askJson(118, this.#handle, bytesOf(request, 'request')))
  }

  checkPolicies(request) {
    return answered(native.ask(119, this.#handle, written(request, 'request')), request, 'request')
  }

  checkPoliciesJson(request) {
    return decodeBytes(native.askJson(119, this.#handle, bytesOf(request, 'request')))
  }

  compliance(request) {
    return answered(native.ask(120, this.#handle, written(request, 'request')), request, 'request')
  }

  complianceJson(request) {
    return decodeBytes(native.askJson(120, this.#handle, bytesOf(request, 'request')))
  }

  budget(request) {
    return answered(native.ask(121, this.#handle, written(request, 'request')), request, 'request')
  }

  budgetJson(request) {
    return decodeBytes(native.askJson(121, this.#handle, bytesOf(request, 'request')))
  }

  exportPerson(request) {
    return answered(native.ask(122, this.#handle, written(request, 'request')), request, 'request')
  }

  exportPersonJson(request) {
    return decodeBytes(native.askJson(122, this.#handle, bytesOf(request, 'request')))
  }

  anonymise(request) {
    return answered(native.ask(123, this.#handle, written(request, 'request')), request, 'request')
  }

  anonymiseJson(request) {
    return decodeBytes(native.askJson(123, this.#handle, bytesOf(request, 'request')))
  }

  retention(request) {
    return answered(native.ask(124, this.#handle, written(request, 'request')), request, 'request')
  }

  retentionJson(request) {
    return decodeBytes(native.askJson(124, this.#handle, bytesOf(request, 'request')))
  }

  consent(request) {
    return answered(native.ask(125, this.#handle, written(request, 'request')), request, 'request')
  }

  consentJson(request) {
    return decodeBytes(native.askJson(125, this.#handle, bytesOf(request, 'request')))
  }
}

class Automation {
  #handle

  constructor(definition) {
    this.#handle = load(7, definition, this)
  }

  run(request) {
    return answered(native.ask(126, this.#handle, written(request, 'request')), request, 'request')
  }

  runJson(request) {
    return decodeBytes(native.askJson(126, this.#handle, bytesOf(request, 'request')))
  }
}

class ContactPlan {
  #handle

  constructor(definition) {
    this.#handle = load(8, definition, this)
  }

  due(request) {
    return answered(native.ask(127, this.#handle, written(request, 'request')), request, 'request')
  }

  dueJson(request) {
    return decodeBytes(native.askJson(127, this.#handle, bytesOf(request, 'request')))
  }
}

class Storefront {
  #handle

  constructor(definition) {
    this.#handle = load(9, definition, this)
  }

  availabilityAndPrice(request) {
    return answered(native.ask(128, this.#handle, written(request, 'request')), request, 'request')
  }

  availabilityAndPriceJson(request) {
    return decodeBytes(native.askJson(128, this.#handle, bytesOf(request, 'request')))
  }

  apply(request) {
    return answered(native.ask(129, this.#handle, written(request, 'request')), request, 'request')
  }

  applyJson(request) {
    return decodeBytes(native.askJson(129, this.#handle, bytesOf(request, 'request')))
  }

  snapshot(request) {
    return answered(native.ask(130, this.#handle, written(request, 'request')), request, 'request')
  }

  snapshotJson(request) {
    return decodeBytes(native.askJson(130, this.#handle, bytesOf(request, 'request')))
  }
}

const assignment = Object.freeze({
  choose(request) {
    return answered(native.ask(32, 0, written(request, 'request')), request, 'request')
  },

  chooseJson(request) {
    return decodeBytes(native.askJson(32, 0, bytesOf(request, 'request')))
  },
})

const engine = Object.freeze({
  codes(request) {
    return answered(native.ask(0, 0, written(request, 'request')), request, 'request')
  },

  codesJson(request) {
    return decodeBytes(native.askJson(0, 0, bytesOf(request, 'request')))
  },
})

const expression = Object.freeze({
  evaluate(request) {
    return answered(native.ask(1, 0, written(request, 'request')), request, 'request')
  },

  evaluateJson(request) {
    return decodeBytes(native.askJson(1, 0, bytesOf(request, 'request')))
  },
  check(request) {
    return answered(native.ask(2, 0, written(request, 'request')), request, 'request')
  },

  checkJson(request) {
    return decodeBytes(native.askJson(2, 0, bytesOf(request, 'request')))
  },
})

const flow = Object.freeze({
  machines(request) {
    return answered(native.ask(30, 0, written(request, 'request')), request, 'request')
  },

  machinesJson(request) {
    return decodeBytes(native.askJson(30, 0, bytesOf(request, 'request')))
  },
  retry(request) {
    return answered(native.ask(36, 0, written(request, 'request')), request, 'request')
  },

  retryJson(request) {
    return decodeBytes(native.askJson(36, 0, bytesOf(request, 'request')))
  },
  alert(request) {
    return answered(native.ask(37, 0, written(request, 'request')), request, 'request')
  },

  alertJson(request) {
    return decodeBytes(native.askJson(37, 0, bytesOf(request, 'request')))
  },
})

const money = Object.freeze({
  round(request) {
    return answered(native.ask(3, 0, written(request, 'request')), request, 'request')
  },

  roundJson(request) {
    return decodeBytes(native.askJson(3, 0, bytesOf(request, 'request')))
  },
  allocate(request) {
    return answered(native.ask(4, 0, written(request, 'request')), request, 'request')
  },

  allocateJson(request) {
    return decodeBytes(native.askJson(4, 0, bytesOf(request, 'request')))
  },
  sum(request) {
    return answered(native.ask(5, 0, written(request, 'request')), request, 'request')
  },

  sumJson(request) {
    return decodeBytes(native.askJson(5, 0, bytesOf(request, 'request')))
  },
  convert(request) {
    return answered(native.ask(6, 0, written(request, 'request')), request, 'request')
  },

  convertJson(request) {
    return decodeBytes(native.askJson(6, 0, bytesOf(request, 'request')))
  },
  currency(request) {
    return answered(native.ask(7, 0, written(request, 'request')), request, 'request')
  },

  currencyJson(request) {
    return decodeBytes(native.askJson(7, 0, bytesOf(request, 'request')))
  },
  currencies(request) {
    return answered(native.ask(8, 0, written(request, 'request')), request, 'request')
  },

  currenciesJson(request) {
    return decodeBytes(native.askJson(8, 0, bytesOf(request, 'request')))
  },
  toGateway(request) {
    return answered(native.ask(9, 0, written(request, 'request')), request, 'request')
  },

  toGatewayJson(request) {
    return decodeBytes(native.askJson(9, 0, bytesOf(request, 'request')))
  },
  fromGateway(request) {
    return answered(native.ask(10, 0, written(request, 'request')), request, 'request')
  },

  fromGatewayJson(request) {
    return decodeBytes(native.askJson(10, 0, bytesOf(request, 'request')))
  },
  format(request) {
    return answered(native.ask(11, 0, written(request, 'request')), request, 'request')
  },

  formatJson(request) {
    return decodeBytes(native.askJson(11, 0, bytesOf(request, 'request')))
  },
  parse(request) {
    return answered(native.ask(12, 0, written(request, 'request')), request, 'request')
  },

  parseJson(request) {
    return decodeBytes(native.askJson(12, 0, bytesOf(request, 'request')))
  },
})

const plans = Object.freeze({
  boost(request) {
    return answered(native.ask(47, 0, written(request, 'request')), request, 'request')
  },

  boostJson(request) {
    return decodeBytes(native.askJson(47, 0, bytesOf(request, 'request')))
  },
})

const rates = Object.freeze({
  create(request) {
    return answered(native.ask(38, 0, written(request, 'request')), request, 'request')
  },

  createJson(request) {
    return decodeBytes(native.askJson(38, 0, bytesOf(request, 'request')))
  },
  publish(request) {
    return answered(native.ask(39, 0, written(request, 'request')), request, 'request')
  },

  publishJson(request) {
    return decodeBytes(native.askJson(39, 0, bytesOf(request, 'request')))
  },
  unpublish(request) {
    return answered(native.ask(40, 0, written(request, 'request')), request, 'request')
  },

  unpublishJson(request) {
    return decodeBytes(native.askJson(40, 0, bytesOf(request, 'request')))
  },
  archive(request) {
    return answered(native.ask(41, 0, written(request, 'request')), request, 'request')
  },

  archiveJson(request) {
    return decodeBytes(native.askJson(41, 0, bytesOf(request, 'request')))
  },
  edit(request) {
    return answered(native.ask(42, 0, written(request, 'request')), request, 'request')
  },

  editJson(request) {
    return decodeBytes(native.askJson(42, 0, bytesOf(request, 'request')))
  },
  cloneList(request) {
    return answered(native.ask(43, 0, written(request, 'request')), request, 'request')
  },

  cloneListJson(request) {
    return decodeBytes(native.askJson(43, 0, bytesOf(request, 'request')))
  },
  addBlackout(request) {
    return answered(native.ask(44, 0, written(request, 'request')), request, 'request')
  },

  addBlackoutJson(request) {
    return decodeBytes(native.askJson(44, 0, bytesOf(request, 'request')))
  },
  removeBlackout(request) {
    return answered(native.ask(45, 0, written(request, 'request')), request, 'request')
  },

  removeBlackoutJson(request) {
    return decodeBytes(native.askJson(45, 0, bytesOf(request, 'request')))
  },
  import(request) {
    return answered(native.ask(46, 0, written(request, 'request')), request, 'request')
  },

  importJson(request) {
    return decodeBytes(native.askJson(46, 0, bytesOf(request, 'request')))
  },
  taxesFor(request) {
    return answered(native.ask(48, 0, written(request, 'request')), request, 'request')
  },

  taxesForJson(request) {
    return decodeBytes(native.askJson(48, 0, bytesOf(request, 'request')))
  },
  blackoutDays(request) {
    return answered(native.ask(49, 0, written(request, 'request')), request, 'request')
  },

  blackoutDaysJson(request) {
    return decodeBytes(native.askJson(49, 0, bytesOf(request, 'request')))
  },
})

const tenancy = Object.freeze({
  slug(request) {
    return answered(native.ask(31, 0, written(request, 'request')), request, 'request')
  },

  slugJson(request) {
    return decodeBytes(native.askJson(31, 0, bytesOf(request, 'request')))
  },
  auditAppend(request) {
    return answered(native.ask(33, 0, written(request, 'request')), request, 'request')
  },

  auditAppendJson(request) {
    return decodeBytes(native.askJson(33, 0, bytesOf(request, 'request')))
  },
  auditVerify(request) {
    return answered(native.ask(34, 0, written(request, 'request')), request, 'request')
  },

  auditVerifyJson(request) {
    return decodeBytes(native.askJson(34, 0, bytesOf(request, 'request')))
  },
  auditAnchor(request) {
    return answered(native.ask(35, 0, written(request, 'request')), request, 'request')
  },

  auditAnchorJson(request) {
    return decodeBytes(native.askJson(35, 0, bytesOf(request, 'request')))
  },
})

const time = Object.freeze({
  day(request) {
    return answered(native.ask(13, 0, written(request, 'request')), request, 'request')
  },

  dayJson(request) {
    return decodeBytes(native.askJson(13, 0, bytesOf(request, 'request')))
  },
  addMonths(request) {
    return answered(native.ask(14, 0, written(request, 'request')), request, 'request')
  },

  addMonthsJson(request) {
    return decodeBytes(native.askJson(14, 0, bytesOf(request, 'request')))
  },
  age(request) {
    return answered(native.ask(15, 0, written(request, 'request')), request, 'request')
  },

  ageJson(request) {
    return decodeBytes(native.askJson(15, 0, bytesOf(request, 'request')))
  },
  toInstant(request) {
    return answered(native.ask(16, 0, written(request, 'request')), request, 'request')
  },

  toInstantJson(request) {
    return decodeBytes(native.askJson(16, 0, bytesOf(request, 'request')))
  },
  toLocal(request) {
    return answered(native.ask(17, 0, written(request, 'request')), request, 'request')
  },

  toLocalJson(request) {
    return decodeBytes(native.askJson(17, 0, bytesOf(request, 'request')))
  },
  dayLength(request) {
    return answered(native.ask(18, 0, written(request, 'request')), request, 'request')
  },

  dayLengthJson(request) {
    return decodeBytes(native.askJson(18, 0, bytesOf(request, 'request')))
  },
  clockChanges(request) {
    return answered(native.ask(19, 0, written(request, 'request')), request, 'request')
  },

  clockChangesJson(request) {
    return decodeBytes(native.askJson(19, 0, bytesOf(request, 'request')))
  },
  openSpans(request) {
    return answered(native.ask(20, 0, written(request, 'request')), request, 'request')
  },

  openSpansJson(request) {
    return decodeBytes(native.askJson(20, 0, bytesOf(request, 'request')))
  },
  isOpen(request) {
    return answered(native.ask(21, 0, written(request, 'request')), request, 'request')
  },

  isOpenJson(request) {
    return decodeBytes(native.askJson(21, 0, bytesOf(request, 'request')))
  },
  openTime(request) {
    return answered(native.ask(22, 0, written(request, 'request')), request, 'request')
  },

  openTimeJson(request) {
    return decodeBytes(native.askJson(22, 0, bytesOf(request, 'request')))
  },
  addBusinessDays(request) {
    return answered(native.ask(23, 0, written(request, 'request')), request, 'request')
  },

  addBusinessDaysJson(request) {
    return decodeBytes(native.askJson(23, 0, bytesOf(request, 'request')))
  },
  businessDays(request) {
    return answered(native.ask(24, 0, written(request, 'request')), request, 'request')
  },

  businessDaysJson(request) {
    return decodeBytes(native.askJson(24, 0, bytesOf(request, 'request')))
  },
  addBusinessTime(request) {
    return answered(native.ask(25, 0, written(request, 'request')), request, 'request')
  },

  addBusinessTimeJson(request) {
    return decodeBytes(native.askJson(25, 0, bytesOf(request, 'request')))
  },
  businessTime(request) {
    return answered(native.ask(26, 0, written(request, 'request')), request, 'request')
  },

  businessTimeJson(request) {
    return decodeBytes(native.askJson(26, 0, bytesOf(request, 'request')))
  },
  periods(request) {
    return answered(native.ask(27, 0, written(request, 'request')), request, 'request')
  },

  periodsJson(request) {
    return decodeBytes(native.askJson(27, 0, bytesOf(request, 'request')))
  },
  periodOf(request) {
    return answered(native.ask(28, 0, written(request, 'request')), request, 'request')
  },

  periodOfJson(request) {
    return decodeBytes(native.askJson(28, 0, bytesOf(request, 'request')))
  },
  occurrences(request) {
    return answered(native.ask(29, 0, written(request, 'request')), request, 'request')
  },

  occurrencesJson(request) {
    return decodeBytes(native.askJson(29, 0, bytesOf(request, 'request')))
  },
})

module.exports = {
  RateList,
  RateLists,
  Plan,
  Calendar,
  Machine,
  DeadlinePolicy,
  Tenant,
  Automation,
  ContactPlan,
  Storefront,
  assignment,
  engine,
  expression,
  flow,
  money,
  plans,
  rates,
  tenancy,
  time,
  RatebookError,
  CalendarError,
  DefinitionError,
  EngineError,
  ExpressionError,
  FlowError,
  MoneyError,
  RatesError,
  RequestError,
  TenancyError,
  TimeError,
}
