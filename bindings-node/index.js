'use strict'
// Written by `cargo xtask generate`.

const { RatebookError, declareFamily } = require('./lib/errors.js')
const { bytesOf, decode, decodeBytes, encode, handleOf } = require('./lib/values.js')
const native = require('./lib/load.js').load()
const ask = require('./lib/ask.js').asker(native)

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
    return ask(50, this.#handle, request)
  }

  priceJson(request) {
    return decodeBytes(native.askJson(50, this.#handle, bytesOf(request, 'request')))
  }

  total(request) {
    return ask(51, this.#handle, request)
  }

  totalJson(request) {
    return decodeBytes(native.askJson(51, this.#handle, bytesOf(request, 'request')))
  }

  priceIn(request) {
    return ask(52, this.#handle, request)
  }

  priceInJson(request) {
    return decodeBytes(native.askJson(52, this.#handle, bytesOf(request, 'request')))
  }

  explain(request) {
    return ask(53, this.#handle, request)
  }

  explainJson(request) {
    return decodeBytes(native.askJson(53, this.#handle, bytesOf(request, 'request')))
  }

  quoteMany(request) {
    return ask(54, this.#handle, request)
  }

  quoteManyJson(request) {
    return decodeBytes(native.askJson(54, this.#handle, bytesOf(request, 'request')))
  }

  async quoteManyAsync(request) {
    return decode(await native.askAsync(54, this.#handle, encode(request, 'request')))
  }

  totalMany(request) {
    return ask(55, this.#handle, request)
  }

  totalManyJson(request) {
    return decodeBytes(native.askJson(55, this.#handle, bytesOf(request, 'request')))
  }

  async totalManyAsync(request) {
    return decode(await native.askAsync(55, this.#handle, encode(request, 'request')))
  }

  grid(request) {
    return ask(56, this.#handle, request)
  }

  gridJson(request) {
    return decodeBytes(native.askJson(56, this.#handle, bytesOf(request, 'request')))
  }

  pack(request) {
    return ask(57, this.#handle, request)
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
    return ask(58, this.#handle, request)
  }

  cheapestJson(request) {
    return decodeBytes(native.askJson(58, this.#handle, bytesOf(request, 'request')))
  }

  select(request) {
    return ask(59, this.#handle, request)
  }

  selectJson(request) {
    return decodeBytes(native.askJson(59, this.#handle, bytesOf(request, 'request')))
  }

  overlaps(request) {
    return ask(60, this.#handle, request)
  }

  overlapsJson(request) {
    return decodeBytes(native.askJson(60, this.#handle, bytesOf(request, 'request')))
  }

  validateDates(request) {
    return ask(61, this.#handle, request)
  }

  validateDatesJson(request) {
    return decodeBytes(native.askJson(61, this.#handle, bytesOf(request, 'request')))
  }

  simulate(request) {
    return ask(62, this.#handle, request)
  }

  simulateJson(request) {
    return decodeBytes(native.askJson(62, this.#handle, bytesOf(request, 'request')))
  }

  export(request) {
    return ask(63, this.#handle, request)
  }

  exportJson(request) {
    return decodeBytes(native.askJson(63, this.#handle, bytesOf(request, 'request')))
  }

  bulkUpdate(request) {
    return ask(64, this.#handle, request)
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
    return ask(65, this.#handle, request)
  }

  chargeJson(request) {
    return decodeBytes(native.askJson(65, this.#handle, bytesOf(request, 'request')))
  }

  periods(request) {
    return ask(66, this.#handle, request)
  }

  periodsJson(request) {
    return decodeBytes(native.askJson(66, this.#handle, bytesOf(request, 'request')))
  }

  prorate(request) {
    return ask(67, this.#handle, request)
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
    return ask(68, this.#handle, request)
  }

  checkJson(request) {
    return decodeBytes(native.askJson(68, this.#handle, bytesOf(request, 'request')))
  }

  checkAll(request) {
    return ask(69, this.#handle, request)
  }

  checkAllJson(request) {
    return decodeBytes(native.askJson(69, this.#handle, bytesOf(request, 'request')))
  }

  nextFree(request) {
    return ask(70, this.#handle, request)
  }

  nextFreeJson(request) {
    return decodeBytes(native.askJson(70, this.#handle, bytesOf(request, 'request')))
  }

  slots(request) {
    return ask(71, this.#handle, request)
  }

  slotsJson(request) {
    return decodeBytes(native.askJson(71, this.#handle, bytesOf(request, 'request')))
  }

  commonSlots(request) {
    return ask(72, this.#handle, request)
  }

  commonSlotsJson(request) {
    return decodeBytes(native.askJson(72, this.#handle, bytesOf(request, 'request')))
  }

  view(request) {
    return ask(73, this.#handle, request)
  }

  viewJson(request) {
    return decodeBytes(native.askJson(73, this.#handle, bytesOf(request, 'request')))
  }

  occupancy(request) {
    return ask(74, this.#handle, request)
  }

  occupancyJson(request) {
    return decodeBytes(native.askJson(74, this.#handle, bytesOf(request, 'request')))
  }

  assign(request) {
    return ask(75, this.#handle, request)
  }

  assignJson(request) {
    return decodeBytes(native.askJson(75, this.#handle, bytesOf(request, 'request')))
  }

  book(request) {
    return ask(76, this.#handle, request)
  }

  bookJson(request) {
    return decodeBytes(native.askJson(76, this.#handle, bytesOf(request, 'request')))
  }

  bookSeries(request) {
    return ask(77, this.#handle, request)
  }

  bookSeriesJson(request) {
    return decodeBytes(native.askJson(77, this.#handle, bytesOf(request, 'request')))
  }

  reschedule(request) {
    return ask(78, this.#handle, request)
  }

  rescheduleJson(request) {
    return decodeBytes(native.askJson(78, this.#handle, bytesOf(request, 'request')))
  }

  cancel(request) {
    return ask(79, this.#handle, request)
  }

  cancelJson(request) {
    return decodeBytes(native.askJson(79, this.#handle, bytesOf(request, 'request')))
  }

  hold(request) {
    return ask(80, this.#handle, request)
  }

  holdJson(request) {
    return decodeBytes(native.askJson(80, this.#handle, bytesOf(request, 'request')))
  }

  confirm(request) {
    return ask(81, this.#handle, request)
  }

  confirmJson(request) {
    return decodeBytes(native.askJson(81, this.#handle, bytesOf(request, 'request')))
  }

  release(request) {
    return ask(82, this.#handle, request)
  }

  releaseJson(request) {
    return decodeBytes(native.askJson(82, this.#handle, bytesOf(request, 'request')))
  }

  extend(request) {
    return ask(83, this.#handle, request)
  }

  extendJson(request) {
    return decodeBytes(native.askJson(83, this.#handle, bytesOf(request, 'request')))
  }

  expire(request) {
    return ask(84, this.#handle, request)
  }

  expireJson(request) {
    return decodeBytes(native.askJson(84, this.#handle, bytesOf(request, 'request')))
  }

  block(request) {
    return ask(85, this.#handle, request)
  }

  blockJson(request) {
    return decodeBytes(native.askJson(85, this.#handle, bytesOf(request, 'request')))
  }

  unblock(request) {
    return ask(86, this.#handle, request)
  }

  unblockJson(request) {
    return decodeBytes(native.askJson(86, this.#handle, bytesOf(request, 'request')))
  }

  apply(request) {
    return ask(87, this.#handle, request)
  }

  applyJson(request) {
    return decodeBytes(native.askJson(87, this.#handle, bytesOf(request, 'request')))
  }

  merge(request) {
    return ask(88, this.#handle, request)
  }

  mergeJson(request) {
    return decodeBytes(native.askJson(88, this.#handle, bytesOf(request, 'request')))
  }

  importFeed(request) {
    return ask(89, this.#handle, request)
  }

  importFeedJson(request) {
    return decodeBytes(native.askJson(89, this.#handle, bytesOf(request, 'request')))
  }

  exportFeed(request) {
    return ask(90, this.#handle, request)
  }

  exportFeedJson(request) {
    return decodeBytes(native.askJson(90, this.#handle, bytesOf(request, 'request')))
  }

  snapshot(request) {
    return ask(91, this.#handle, request)
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
    return ask(92, this.#handle, request)
  }

  startJson(request) {
    return decodeBytes(native.askJson(92, this.#handle, bytesOf(request, 'request')))
  }

  fire(request) {
    return ask(93, this.#handle, request)
  }

  fireJson(request) {
    return decodeBytes(native.askJson(93, this.#handle, bytesOf(request, 'request')))
  }

  fireAll(request) {
    return ask(94, this.#handle, request)
  }

  fireAllJson(request) {
    return decodeBytes(native.askJson(94, this.#handle, bytesOf(request, 'request')))
  }

  step(request) {
    return ask(95, this.#handle, request)
  }

  stepJson(request) {
    return decodeBytes(native.askJson(95, this.#handle, bytesOf(request, 'request')))
  }

  allowed(request) {
    return ask(96, this.#handle, request)
  }

  allowedJson(request) {
    return decodeBytes(native.askJson(96, this.#handle, bytesOf(request, 'request')))
  }

  due(request) {
    return ask(97, this.#handle, request)
  }

  dueJson(request) {
    return decodeBytes(native.askJson(97, this.#handle, bytesOf(request, 'request')))
  }

  replay(request) {
    return ask(98, this.#handle, request)
  }

  replayJson(request) {
    return decodeBytes(native.askJson(98, this.#handle, bytesOf(request, 'request')))
  }

  diagram(request) {
    return ask(99, this.#handle, request)
  }

  diagramJson(request) {
    return decodeBytes(native.askJson(99, this.#handle, bytesOf(request, 'request')))
  }

  paths(request) {
    return ask(100, this.#handle, request)
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
    return ask(101, this.#handle, request)
  }

  trackJson(request) {
    return decodeBytes(native.askJson(101, this.#handle, bytesOf(request, 'request')))
  }

  compliance(request) {
    return ask(102, this.#handle, request)
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
    return ask(103, this.#handle, request)
  }

  settingsJson(request) {
    return decodeBytes(native.askJson(103, this.#handle, bytesOf(request, 'request')))
  }

  standing(request) {
    return ask(104, this.#handle, request)
  }

  standingJson(request) {
    return decodeBytes(native.askJson(104, this.#handle, bytesOf(request, 'request')))
  }

  may(request) {
    return ask(105, this.#handle, request)
  }

  mayJson(request) {
    return decodeBytes(native.askJson(105, this.#handle, bytesOf(request, 'request')))
  }

  permissions(request) {
    return ask(106, this.#handle, request)
  }

  permissionsJson(request) {
    return decodeBytes(native.askJson(106, this.#handle, bytesOf(request, 'request')))
  }

  mask(request) {
    return ask(107, this.#handle, request)
  }

  maskJson(request) {
    return decodeBytes(native.askJson(107, this.#handle, bytesOf(request, 'request')))
  }

  changeRoles(request) {
    return ask(108, this.#handle, request)
  }

  changeRolesJson(request) {
    return decodeBytes(native.askJson(108, this.#handle, bytesOf(request, 'request')))
  }

  flag(request) {
    return ask(109, this.#handle, request)
  }

  flagJson(request) {
    return decodeBytes(native.askJson(109, this.#handle, bytesOf(request, 'request')))
  }

  flags(request) {
    return ask(110, this.#handle, request)
  }

  flagsJson(request) {
    return decodeBytes(native.askJson(110, this.#handle, bytesOf(request, 'request')))
  }

  rateLimit(request) {
    return ask(111, this.#handle, request)
  }

  rateLimitJson(request) {
    return decodeBytes(native.askJson(111, this.#handle, bytesOf(request, 'request')))
  }

  lockout(request) {
    return ask(112, this.#handle, request)
  }

  lockoutJson(request) {
    return decodeBytes(native.askJson(112, this.#handle, bytesOf(request, 'request')))
  }

  address(request) {
    return ask(113, this.#handle, request)
  }

  addressJson(request) {
    return decodeBytes(native.askJson(113, this.#handle, bytesOf(request, 'request')))
  }

  quota(request) {
    return ask(114, this.#handle, request)
  }

  quotaJson(request) {
    return decodeBytes(native.askJson(114, this.#handle, bytesOf(request, 'request')))
  }

  nextNumber(request) {
    return ask(115, this.#handle, request)
  }

  nextNumberJson(request) {
    return decodeBytes(native.askJson(115, this.#handle, bytesOf(request, 'request')))
  }

  newKey(request) {
    return ask(116, this.#handle, request)
  }

  newKeyJson(request) {
    return decodeBytes(native.askJson(116, this.#handle, bytesOf(request, 'request')))
  }

  checkKey(request) {
    return ask(117, this.#handle, request)
  }

  checkKeyJson(request) {
    return decodeBytes(native.askJson(117, this.#handle, bytesOf(request, 'request')))
  }

  checkFields(request) {
    return ask(118, this.#handle, request)
  }

  checkFieldsJson(request) {
    return decodeBytes(native.askJson(118, this.#handle, bytesOf(request, 'request')))
  }

  checkPolicies(request) {
    return ask(119, this.#handle, request)
  }

  checkPoliciesJson(request) {
    return decodeBytes(native.askJson(119, this.#handle, bytesOf(request, 'request')))
  }

  compliance(request) {
    return ask(120, this.#handle, request)
  }

  complianceJson(request) {
    return decodeBytes(native.askJson(120, this.#handle, bytesOf(request, 'request')))
  }

  budget(request) {
    return ask(121, this.#handle, request)
  }

  budgetJson(request) {
    return decodeBytes(native.askJson(121, this.#handle, bytesOf(request, 'request')))
  }

  exportPerson(request) {
    return ask(122, this.#handle, request)
  }

  exportPersonJson(request) {
    return decodeBytes(native.askJson(122, this.#handle, bytesOf(request, 'request')))
  }

  anonymise(request) {
    return ask(123, this.#handle, request)
  }

  anonymiseJson(request) {
    return decodeBytes(native.askJson(123, this.#handle, bytesOf(request, 'request')))
  }

  retention(request) {
    return ask(124, this.#handle, request)
  }

  retentionJson(request) {
    return decodeBytes(native.askJson(124, this.#handle, bytesOf(request, 'request')))
  }

  consent(request) {
    return ask(125, this.#handle, request)
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
    return ask(126, this.#handle, request)
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
    return ask(127, this.#handle, request)
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
    return ask(128, this.#handle, request)
  }

  availabilityAndPriceJson(request) {
    return decodeBytes(native.askJson(128, this.#handle, bytesOf(request, 'request')))
  }

  apply(request) {
    return ask(129, this.#handle, request)
  }

  applyJson(request) {
    return decodeBytes(native.askJson(129, this.#handle, bytesOf(request, 'request')))
  }

  snapshot(request) {
    return ask(130, this.#handle, request)
  }

  snapshotJson(request) {
    return decodeBytes(native.askJson(130, this.#handle, bytesOf(request, 'request')))
  }
}

const assignment = Object.freeze({
  choose(request) {
    return ask(32, 0, request)
  },

  chooseJson(request) {
    return decodeBytes(native.askJson(32, 0, bytesOf(request, 'request')))
  },
})

const engine = Object.freeze({
  codes(request) {
    return ask(0, 0, request)
  },

  codesJson(request) {
    return decodeBytes(native.askJson(0, 0, bytesOf(request, 'request')))
  },
})

const expression = Object.freeze({
  evaluate(request) {
    return ask(1, 0, request)
  },

  evaluateJson(request) {
    return decodeBytes(native.askJson(1, 0, bytesOf(request, 'request')))
  },
  check(request) {
    return ask(2, 0, request)
  },

  checkJson(request) {
    return decodeBytes(native.askJson(2, 0, bytesOf(request, 'request')))
  },
})

const flow = Object.freeze({
  machines(request) {
    return ask(30, 0, request)
  },

  machinesJson(request) {
    return decodeBytes(native.askJson(30, 0, bytesOf(request, 'request')))
  },
  retry(request) {
    return ask(36, 0, request)
  },

  retryJson(request) {
    return decodeBytes(native.askJson(36, 0, bytesOf(request, 'request')))
  },
  alert(request) {
    return ask(37, 0, request)
  },

  alertJson(request) {
    return decodeBytes(native.askJson(37, 0, bytesOf(request, 'request')))
  },
})

const money = Object.freeze({
  round(request) {
    return ask(3, 0, request)
  },

  roundJson(request) {
    return decodeBytes(native.askJson(3, 0, bytesOf(request, 'request')))
  },
  allocate(request) {
    return ask(4, 0, request)
  },

  allocateJson(request) {
    return decodeBytes(native.askJson(4, 0, bytesOf(request, 'request')))
  },
  sum(request) {
    return ask(5, 0, request)
  },

  sumJson(request) {
    return decodeBytes(native.askJson(5, 0, bytesOf(request, 'request')))
  },
  convert(request) {
    return ask(6, 0, request)
  },

  convertJson(request) {
    return decodeBytes(native.askJson(6, 0, bytesOf(request, 'request')))
  },
  currency(request) {
    return ask(7, 0, request)
  },

  currencyJson(request) {
    return decodeBytes(native.askJson(7, 0, bytesOf(request, 'request')))
  },
  currencies(request) {
    return ask(8, 0, request)
  },

  currenciesJson(request) {
    return decodeBytes(native.askJson(8, 0, bytesOf(request, 'request')))
  },
  toGateway(request) {
    return ask(9, 0, request)
  },

  toGatewayJson(request) {
    return decodeBytes(native.askJson(9, 0, bytesOf(request, 'request')))
  },
  fromGateway(request) {
    return ask(10, 0, request)
  },

  fromGatewayJson(request) {
    return decodeBytes(native.askJson(10, 0, bytesOf(request, 'request')))
  },
  format(request) {
    return ask(11, 0, request)
  },

  formatJson(request) {
    return decodeBytes(native.askJson(11, 0, bytesOf(request, 'request')))
  },
  parse(request) {
    return ask(12, 0, request)
  },

  parseJson(request) {
    return decodeBytes(native.askJson(12, 0, bytesOf(request, 'request')))
  },
})

const plans = Object.freeze({
  boost(request) {
    return ask(47, 0, request)
  },

  boostJson(request) {
    return decodeBytes(native.askJson(47, 0, bytesOf(request, 'request')))
  },
})

const rates = Object.freeze({
  create(request) {
    return ask(38, 0, request)
  },

  createJson(request) {
    return decodeBytes(native.askJson(38, 0, bytesOf(request, 'request')))
  },
  publish(request) {
    return ask(39, 0, request)
  },

  publishJson(request) {
    return decodeBytes(native.askJson(39, 0, bytesOf(request, 'request')))
  },
  unpublish(request) {
    return ask(40, 0, request)
  },

  unpublishJson(request) {
    return decodeBytes(native.askJson(40, 0, bytesOf(request, 'request')))
  },
  archive(request) {
    return ask(41, 0, request)
  },

  archiveJson(request) {
    return decodeBytes(native.askJson(41, 0, bytesOf(request, 'request')))
  },
  edit(request) {
    return ask(42, 0, request)
  },

  editJson(request) {
    return decodeBytes(native.askJson(42, 0, bytesOf(request, 'request')))
  },
  cloneList(request) {
    return ask(43, 0, request)
  },

  cloneListJson(request) {
    return decodeBytes(native.askJson(43, 0, bytesOf(request, 'request')))
  },
  addBlackout(request) {
    return ask(44, 0, request)
  },

  addBlackoutJson(request) {
    return decodeBytes(native.askJson(44, 0, bytesOf(request, 'request')))
  },
  removeBlackout(request) {
    return ask(45, 0, request)
  },

  removeBlackoutJson(request) {
    return decodeBytes(native.askJson(45, 0, bytesOf(request, 'request')))
  },
  import(request) {
    return ask(46, 0, request)
  },

  importJson(request) {
    return decodeBytes(native.askJson(46, 0, bytesOf(request, 'request')))
  },
  taxesFor(request) {
    return ask(48, 0, request)
  },

  taxesForJson(request) {
    return decodeBytes(native.askJson(48, 0, bytesOf(request, 'request')))
  },
  blackoutDays(request) {
    return ask(49, 0, request)
  },

  blackoutDaysJson(request) {
    return decodeBytes(native.askJson(49, 0, bytesOf(request, 'request')))
  },
})

const tenancy = Object.freeze({
  slug(request) {
    return ask(31, 0, request)
  },

  slugJson(request) {
    return decodeBytes(native.askJson(31, 0, bytesOf(request, 'request')))
  },
  auditAppend(request) {
    return ask(33, 0, request)
  },

  auditAppendJson(request) {
    return decodeBytes(native.askJson(33, 0, bytesOf(request, 'request')))
  },
  auditVerify(request) {
    return ask(34, 0, request)
  },

  auditVerifyJson(request) {
    return decodeBytes(native.askJson(34, 0, bytesOf(request, 'request')))
  },
  auditAnchor(request) {
    return ask(35, 0, request)
  },

  auditAnchorJson(request) {
    return decodeBytes(native.askJson(35, 0, bytesOf(request, 'request')))
  },
})

const time = Object.freeze({
  day(request) {
    return ask(13, 0, request)
  },

  dayJson(request) {
    return decodeBytes(native.askJson(13, 0, bytesOf(request, 'request')))
  },
  addMonths(request) {
    return ask(14, 0, request)
  },

  addMonthsJson(request) {
    return decodeBytes(native.askJson(14, 0, bytesOf(request, 'request')))
  },
  age(request) {
    return ask(15, 0, request)
  },

  ageJson(request) {
    return decodeBytes(native.askJson(15, 0, bytesOf(request, 'request')))
  },
  toInstant(request) {
    return ask(16, 0, request)
  },

  toInstantJson(request) {
    return decodeBytes(native.askJson(16, 0, bytesOf(request, 'request')))
  },
  toLocal(request) {
    return ask(17, 0, request)
  },

  toLocalJson(request) {
    return decodeBytes(native.askJson(17, 0, bytesOf(request, 'request')))
  },
  dayLength(request) {
    return ask(18, 0, request)
  },

  dayLengthJson(request) {
    return decodeBytes(native.askJson(18, 0, bytesOf(request, 'request')))
  },
  clockChanges(request) {
    return ask(19, 0, request)
  },

  clockChangesJson(request) {
    return decodeBytes(native.askJson(19, 0, bytesOf(request, 'request')))
  },
  openSpans(request) {
    return ask(20, 0, request)
  },

  openSpansJson(request) {
    return decodeBytes(native.askJson(20, 0, bytesOf(request, 'request')))
  },
  isOpen(request) {
    return ask(21, 0, request)
  },

  isOpenJson(request) {
    return decodeBytes(native.askJson(21, 0, bytesOf(request, 'request')))
  },
  openTime(request) {
    return ask(22, 0, request)
  },

  openTimeJson(request) {
    return decodeBytes(native.askJson(22, 0, bytesOf(request, 'request')))
  },
  addBusinessDays(request) {
    return ask(23, 0, request)
  },

  addBusinessDaysJson(request) {
    return decodeBytes(native.askJson(23, 0, bytesOf(request, 'request')))
  },
  businessDays(request) {
    return ask(24, 0, request)
  },

  businessDaysJson(request) {
    return decodeBytes(native.askJson(24, 0, bytesOf(request, 'request')))
  },
  addBusinessTime(request) {
    return ask(25, 0, request)
  },

  addBusinessTimeJson(request) {
    return decodeBytes(native.askJson(25, 0, bytesOf(request, 'request')))
  },
  businessTime(request) {
    return ask(26, 0, request)
  },

  businessTimeJson(request) {
    return decodeBytes(native.askJson(26, 0, bytesOf(request, 'request')))
  },
  periods(request) {
    return ask(27, 0, request)
  },

  periodsJson(request) {
    return decodeBytes(native.askJson(27, 0, bytesOf(request, 'request')))
  },
  periodOf(request) {
    return ask(28, 0, request)
  },

  periodOfJson(request) {
    return decodeBytes(native.askJson(28, 0, bytesOf(request, 'request')))
  },
  occurrences(request) {
    return ask(29, 0, request)
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
