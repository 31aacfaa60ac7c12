'use strict'

// What does not travel packed is JSON text: V8 writes and reads it faster than an add-on can walk an object.
// docs/decisions/0006-node-bridge.md has the measurements.

const { errorOf } = require('./errors.js')
const { load } = require('./load.js')

/** No JSON text begins with this. An answer that does is the report of an error. */
const REFUSED = '!'.charCodeAt(0)

/** A value as text; what JSON would silently lose is refused. */
function encode(value, family) {
  const text = written(value, family)
  if (text.includes('null') || text.includes('\\ud')) refuseLost(value, family)
  return text
}

/** NaN, Infinity and holes in arrays become null, lone surrogates an escape; only they need the long look. */
function refuseLost(value, family) {
  const lost = explained(value, family)
  if (lost) throw lost
}

/** A value as text, in which what JSON loses may be null. */
function written(value, family) {
  let text
  try {
    text = JSON.stringify(value)
  } catch (fault) {
    throw explained(value, family) ?? tooLarge(fault, family) ?? fault
  }
  if (text === undefined) throw refusal(family, 'type', '', `needs an object, not ${typeof value}`)
  return text
}

/** An answer as a value, or the error that it tells of. */
function decode(answer) {
  if (answer.charCodeAt(0) === REFUSED) throw errorOf(JSON.parse(answer.slice(1)))
  return JSON.parse(answer)
}

/** The bytes of an answer, or the error that it tells of. */
function decodeBytes(answer) {
  return typeof answer === 'string' ? decode(answer) : answer
}

/** JSON as bytes: a `Buffer` or `Uint8Array` as it is, a string in UTF-8. */
function bytesOf(json, family) {
  if (Buffer.isBuffer(json)) return json
  if (json instanceof Uint8Array) return Buffer.from(json.buffer, json.byteOffset, json.byteLength)
  if (typeof json === 'string') {
    // A text too long is refused before it is copied.
    if (json.length > MUCH) refuseLength(json, family)
    if (json.isWellFormed()) return Buffer.from(json)
    throw refusal(family, 'json', '', `the text cannot be read as JSON: ${half(json)}`)
  }
  throw refusal(family, 'type', '', 'needs JSON as a string, a Buffer or a Uint8Array')
}

/** The number under which a definition was loaded, or the error that is told in its place. */
function handleOf(answer) {
  return typeof answer === 'string' ? decode(answer) : answer
}

function refusal(family, kind, path, message) {
  return errorOf({ code: `${family}.${kind}`, message, path })
}

/** Of texts longer than this the engine is asked whether it would read them. */
const MUCH = 1_000_000

function refuseLength(json, family) {
  const told = load().refusedLength(Buffer.byteLength(json), family === 'definition')
  if (told) decode(told)
}

function tooLarge(fault, family) {
  if (!(fault instanceof RangeError)) return undefined
  return refusal(family, 'too_large', '', 'the value is larger or deeper than any that is accepted')
}

/** What is wrong with a text that holds half of a surrogate pair: the place around it, with that half as an escape. */
function half(text) {
  const at = text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
  const shown = escaped(text.slice(Math.max(0, at - 20), at + 20).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, (edge, place) => (place === Math.min(at, 20) ? edge : '')))
  return `\`${shown}\` holds half of a character, a lone surrogate; write the whole character or leave it out`
}

/** A text in which lone surrogates are written as their escapes. */
function escaped(text) {
  return text.isWellFormed() ? text : JSON.stringify(text).slice(1, -1)
}

/** The first place whose value JSON cannot hold. */
function explained(value, family) {
  const above = new Set()
  const look = (value, path) => {
    const cannot = (what, remedy) => refusal(family, 'type', path, `cannot be ${what}; ${remedy}`)
    switch (typeof value) {
      case 'number':
        return Number.isFinite(value) ? undefined : cannot(`\`${value}\``, 'write a number, or leave the field out')
      case 'bigint':
        return cannot('a BigInt', `write a number, or a string such as "${value}"`)
      case 'function':
      case 'symbol':
        return path === '' || /\/\d+$/.test(path) ? cannot(`a ${typeof value}`, 'write a plain value') : undefined
      case 'string':
        return value.isWellFormed() ? undefined : refusal(family, 'type', path, half(value))
      case 'undefined':
        return /\/\d+$/.test(path) ? cannot('undefined in an array', 'leave the entry out') : undefined
      case 'object':
        break
      default:
        return undefined
    }
    if (value === null) return undefined
    if (above.has(value)) return cannot('a part of itself', 'write a plain object without cycles')
    if (above.size > MOST_LEVELS) {
      return refusal(family, 'too_large', '', `the value is nested deeper than ${MOST_LEVELS} levels`)
    }
    if (typeof value.toJSON === 'function') return undefined
    above.add(value)
    const entries = Array.isArray(value) ? value.entries() : Object.entries(value)
    for (const [name, inside] of entries) {
      const place = `${path}/${escaped(String(name)).replaceAll('~', '~0').replaceAll('/', '~1')}`
      const isWhole = typeof name === 'number' || name.isWellFormed()
      const fault = isWhole ? look(inside, place) : refusal(family, 'type', place, half(name))
      if (fault) return fault
    }
    above.delete(value)
    return undefined
  }
  return look(value, '')
}

/** How deep core reads. */
const MOST_LEVELS = 64

module.exports = { bytesOf, decode, decodeBytes, encode, handleOf, refuseLost, written }
