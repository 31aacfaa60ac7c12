'use strict'
// Written by `cargo xtask generate`.

const { RatebookError, declareFamily } = require('./lib/errors.js')
const { bytesOf, decode, decodeBytes, encode, loading } = require('./lib/values.js')
const native = require('./lib/load.js').load()

class DefinitionError extends RatebookError {}
declareFamily('definition', DefinitionError)
class EngineError extends RatebookError {}
declareFamily('engine', EngineError)
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
    return decode(this.#handle.ask(1, encode(request, 'request')))
  }

  priceJson(request) {
    return decodeBytes(this.#handle.askJson(1, bytesOf(request, 'request')))
  }

  total(request) {
    return decode(this.#handle.ask(2, encode(request, 'request')))
  }

  totalJson(request) {
    return decodeBytes(this.#handle.askJson(2, bytesOf(request, 'request')))
  }

  explain(request) {
    return decode(this.#handle.ask(3, encode(request, 'request')))
  }

  explainJson(request) {
    return decodeBytes(this.#handle.askJson(3, bytesOf(request, 'request')))
  }

  quoteMany(request) {
    return decode(this.#handle.ask(4, encode(request, 'request')))
  }

  quoteManyJson(request) {
    return decodeBytes(this.#handle.askJson(4, bytesOf(request, 'request')))
  }

  async quoteManyAsync(request) {
    return decode(await this.#handle.askAsync(4, encode(request, 'request')))
  }

  totalMany(request) {
    return decode(this.#handle.ask(5, encode(request, 'request')))
  }

  totalManyJson(request) {
    return decodeBytes(this.#handle.askJson(5, bytesOf(request, 'request')))
  }

  async totalManyAsync(request) {
    return decode(await this.#handle.askAsync(5, encode(request, 'request')))
  }

  grid(request) {
    return decode(this.#handle.ask(6, encode(request, 'request')))
  }

  gridJson(request) {
    return decodeBytes(this.#handle.askJson(6, bytesOf(request, 'request')))
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

module.exports = {
  RateList,
  engine,
  RatebookError,
  DefinitionError,
  EngineError,
  MoneyError,
  RatesError,
  RequestError,
  TimeError,
}
