'use strict'
// Written by `cargo xtask generate`.

const { RatebookError, declareFamily } = require('./lib/errors.js')
const { bytesOf, decode, decodeBytes, encode, loading } = require('./lib/values.js')
const native = require('./lib/load.js').load()

class DefinitionError extends RatebookError {}
declareFamily('definition', DefinitionError)
class EngineError extends RatebookError {}
declareFamily('engine', EngineError)
class ExpressionError extends RatebookError {}
declareFamily('expression', ExpressionError)
class MoneyError extends RatebookError {}
declareFamily('money', MoneyError)
class RatesError extends RatebookError {}
declareFamily('rates', RatesError)
class RequestError extends RatebookError {}
declareFamily('request', RequestError)
class TimeError extends RatebookError {}
declareFamily('time', TimeError)

/** Loads a definition: an object in JavaScript's spelling, or JSON as it crosses wires. */
function load(kind, definition) {
  const isJson = typeof definition === 'string' || definition instanceof Uint8Array
  const given = isJson ? bytesOf(definition, 'definition') : encode(definition, 'definition')
  return loading(() => native.Handle.load(kind, given))
}

class RateList {
  #handle

  constructor(definition) {
    this.#handle = load(0, definition)
  }

  price(request) {
    return decode(this.#handle.ask(39, encode(request, 'request')))
  }

  priceJson(request) {
    return decodeBytes(this.#handle.askJson(39, bytesOf(request, 'request')))
  }

  total(request) {
    return decode(this.#handle.ask(40, encode(request, 'request')))
  }

  totalJson(request) {
    return decodeBytes(this.#handle.askJson(40, bytesOf(request, 'request')))
  }

  explain(request) {
    return decode(this.#handle.ask(41, encode(request, 'request')))
  }

  explainJson(request) {
    return decodeBytes(this.#handle.askJson(41, bytesOf(request, 'request')))
  }

  quoteMany(request) {
    return decode(this.#handle.ask(42, encode(request, 'request')))
  }

  quoteManyJson(request) {
    return decodeBytes(this.#handle.askJson(42, bytesOf(request, 'request')))
  }

  async quoteManyAsync(request) {
    return decode(await this.#handle.askAsync(42, encode(request, 'request')))
  }

  totalMany(request) {
    return decode(this.#handle.ask(43, encode(request, 'request')))
  }

  totalManyJson(request) {
    return decodeBytes(this.#handle.askJson(43, bytesOf(request, 'request')))
  }

  async totalManyAsync(request) {
    return decode(await this.#handle.askAsync(43, encode(request, 'request')))
  }

  grid(request) {
    return decode(this.#handle.ask(44, encode(request, 'request')))
  }

  gridJson(request) {
    return decodeBytes(this.#handle.askJson(44, bytesOf(request, 'request')))
  }
}

class RateLists {
  #handle

  constructor(definition) {
    this.#handle = load(1, definition)
  }

  cheapest(request) {
    return decode(this.#handle.ask(45, encode(request, 'request')))
  }

  cheapestJson(request) {
    return decodeBytes(this.#handle.askJson(45, bytesOf(request, 'request')))
  }

  select(request) {
    return decode(this.#handle.ask(46, encode(request, 'request')))
  }

  selectJson(request) {
    return decodeBytes(this.#handle.askJson(46, bytesOf(request, 'request')))
  }

  overlaps(request) {
    return decode(this.#handle.ask(47, encode(request, 'request')))
  }

  overlapsJson(request) {
    return decodeBytes(this.#handle.askJson(47, bytesOf(request, 'request')))
  }

  validateDates(request) {
    return decode(this.#handle.ask(48, encode(request, 'request')))
  }

  validateDatesJson(request) {
    return decodeBytes(this.#handle.askJson(48, bytesOf(request, 'request')))
  }

  simulate(request) {
    return decode(this.#handle.ask(49, encode(request, 'request')))
  }

  simulateJson(request) {
    return decodeBytes(this.#handle.askJson(49, bytesOf(request, 'request')))
  }

  export(request) {
    return decode(this.#handle.ask(50, encode(request, 'request')))
  }

  exportJson(request) {
    return decodeBytes(this.#handle.askJson(50, bytesOf(request, 'request')))
  }

  bulkUpdate(request) {
    return decode(this.#handle.ask(51, encode(request, 'request')))
  }

  bulkUpdateJson(request) {
    return decodeBytes(this.#handle.askJson(51, bytesOf(request, 'request')))
  }
}

const engine = Object.freeze({
  codes(request) {
    return decode(native.ask(0, encode(request, 'request')))
  },

  codesJson(request) {
    return decodeBytes(native.askJson(0, bytesOf(request, 'request')))
  },
})

const expression = Object.freeze({
  evaluate(request) {
    return decode(native.ask(1, encode(request, 'request')))
  },

  evaluateJson(request) {
    return decodeBytes(native.askJson(1, bytesOf(request, 'request')))
  },
})

const money = Object.freeze({
  round(request) {
    return decode(native.ask(2, encode(request, 'request')))
  },

  roundJson(request) {
    return decodeBytes(native.askJson(2, bytesOf(request, 'request')))
  },
  allocate(request) {
    return decode(native.ask(3, encode(request, 'request')))
  },

  allocateJson(request) {
    return decodeBytes(native.askJson(3, bytesOf(request, 'request')))
  },
  sum(request) {
    return decode(native.ask(4, encode(request, 'request')))
  },

  sumJson(request) {
    return decodeBytes(native.askJson(4, bytesOf(request, 'request')))
  },
  convert(request) {
    return decode(native.ask(5, encode(request, 'request')))
  },

  convertJson(request) {
    return decodeBytes(native.askJson(5, bytesOf(request, 'request')))
  },
  currency(request) {
    return decode(native.ask(6, encode(request, 'request')))
  },

  currencyJson(request) {
    return decodeBytes(native.askJson(6, bytesOf(request, 'request')))
  },
  currencies(request) {
    return decode(native.ask(7, encode(request, 'request')))
  },

  currenciesJson(request) {
    return decodeBytes(native.askJson(7, bytesOf(request, 'request')))
  },
  toGateway(request) {
    return decode(native.ask(8, encode(request, 'request')))
  },

  toGatewayJson(request) {
    return decodeBytes(native.askJson(8, bytesOf(request, 'request')))
  },
  fromGateway(request) {
    return decode(native.ask(9, encode(request, 'request')))
  },

  fromGatewayJson(request) {
    return decodeBytes(native.askJson(9, bytesOf(request, 'request')))
  },
  format(request) {
    return decode(native.ask(10, encode(request, 'request')))
  },

  formatJson(request) {
    return decodeBytes(native.askJson(10, bytesOf(request, 'request')))
  },
  parse(request) {
    return decode(native.ask(11, encode(request, 'request')))
  },

  parseJson(request) {
    return decodeBytes(native.askJson(11, bytesOf(request, 'request')))
  },
})

const rates = Object.freeze({
  create(request) {
    return decode(native.ask(28, encode(request, 'request')))
  },

  createJson(request) {
    return decodeBytes(native.askJson(28, bytesOf(request, 'request')))
  },
  publish(request) {
    return decode(native.ask(29, encode(request, 'request')))
  },

  publishJson(request) {
    return decodeBytes(native.askJson(29, bytesOf(request, 'request')))
  },
  unpublish(request) {
    return decode(native.ask(30, encode(request, 'request')))
  },

  unpublishJson(request) {
    return decodeBytes(native.askJson(30, bytesOf(request, 'request')))
  },
  archive(request) {
    return decode(native.ask(31, encode(request, 'request')))
  },

  archiveJson(request) {
    return decodeBytes(native.askJson(31, bytesOf(request, 'request')))
  },
  edit(request) {
    return decode(native.ask(32, encode(request, 'request')))
  },

  editJson(request) {
    return decodeBytes(native.askJson(32, bytesOf(request, 'request')))
  },
  cloneList(request) {
    return decode(native.ask(33, encode(request, 'request')))
  },

  cloneListJson(request) {
    return decodeBytes(native.askJson(33, bytesOf(request, 'request')))
  },
  addBlackout(request) {
    return decode(native.ask(34, encode(request, 'request')))
  },

  addBlackoutJson(request) {
    return decodeBytes(native.askJson(34, bytesOf(request, 'request')))
  },
  removeBlackout(request) {
    return decode(native.ask(35, encode(request, 'request')))
  },

  removeBlackoutJson(request) {
    return decodeBytes(native.askJson(35, bytesOf(request, 'request')))
  },
  import(request) {
    return decode(native.ask(36, encode(request, 'request')))
  },

  importJson(request) {
    return decodeBytes(native.askJson(36, bytesOf(request, 'request')))
  },
  taxesFor(request) {
    return decode(native.ask(37, encode(request, 'request')))
  },

  taxesForJson(request) {
    return decodeBytes(native.askJson(37, bytesOf(request, 'request')))
  },
  blackoutDays(request) {
    return decode(native.ask(38, encode(request, 'request')))
  },

  blackoutDaysJson(request) {
    return decodeBytes(native.askJson(38, bytesOf(request, 'request')))
  },
})

const time = Object.freeze({
  day(request) {
    return decode(native.ask(12, encode(request, 'request')))
  },

  dayJson(request) {
    return decodeBytes(native.askJson(12, bytesOf(request, 'request')))
  },
  addMonths(request) {
    return decode(native.ask(13, encode(request, 'request')))
  },

  addMonthsJson(request) {
    return decodeBytes(native.askJson(13, bytesOf(request, 'request')))
  },
  age(request) {
    return decode(native.ask(14, encode(request, 'request')))
  },

  ageJson(request) {
    return decodeBytes(native.askJson(14, bytesOf(request, 'request')))
  },
  toInstant(request) {
    return decode(native.ask(15, encode(request, 'request')))
  },

  toInstantJson(request) {
    return decodeBytes(native.askJson(15, bytesOf(request, 'request')))
  },
  toLocal(request) {
    return decode(native.ask(16, encode(request, 'request')))
  },

  toLocalJson(request) {
    return decodeBytes(native.askJson(16, bytesOf(request, 'request')))
  },
  dayLength(request) {
    return decode(native.ask(17, encode(request, 'request')))
  },

  dayLengthJson(request) {
    return decodeBytes(native.askJson(17, bytesOf(request, 'request')))
  },
  clockChanges(request) {
    return decode(native.ask(18, encode(request, 'request')))
  },

  clockChangesJson(request) {
    return decodeBytes(native.askJson(18, bytesOf(request, 'request')))
  },
  openSpans(request) {
    return decode(native.ask(19, encode(request, 'request')))
  },

  openSpansJson(request) {
    return decodeBytes(native.askJson(19, bytesOf(request, 'request')))
  },
  isOpen(request) {
    return decode(native.ask(20, encode(request, 'request')))
  },

  isOpenJson(request) {
    return decodeBytes(native.askJson(20, bytesOf(request, 'request')))
  },
  openTime(request) {
    return decode(native.ask(21, encode(request, 'request')))
  },

  openTimeJson(request) {
    return decodeBytes(native.askJson(21, bytesOf(request, 'request')))
  },
  addBusinessDays(request) {
    return decode(native.ask(22, encode(request, 'request')))
  },

  addBusinessDaysJson(request) {
    return decodeBytes(native.askJson(22, bytesOf(request, 'request')))
  },
  businessDays(request) {
    return decode(native.ask(23, encode(request, 'request')))
  },

  businessDaysJson(request) {
    return decodeBytes(native.askJson(23, bytesOf(request, 'request')))
  },
  addBusinessTime(request) {
    return decode(native.ask(24, encode(request, 'request')))
  },

  addBusinessTimeJson(request) {
    return decodeBytes(native.askJson(24, bytesOf(request, 'request')))
  },
  businessTime(request) {
    return decode(native.ask(25, encode(request, 'request')))
  },

  businessTimeJson(request) {
    return decodeBytes(native.askJson(25, bytesOf(request, 'request')))
  },
  periods(request) {
    return decode(native.ask(26, encode(request, 'request')))
  },

  periodsJson(request) {
    return decodeBytes(native.askJson(26, bytesOf(request, 'request')))
  },
  periodOf(request) {
    return decode(native.ask(27, encode(request, 'request')))
  },

  periodOfJson(request) {
    return decodeBytes(native.askJson(27, bytesOf(request, 'request')))
  },
})

module.exports = {
  RateList,
  RateLists,
  engine,
  expression,
  money,
  rates,
  time,
  RatebookError,
  DefinitionError,
  EngineError,
  ExpressionError,
  MoneyError,
  RatesError,
  RequestError,
  TimeError,
}
