'use strict'

// Small requests travel packed, in memory that both sides hold: writing JSON, handing the string over and reading it takes
// most of the time of a call. docs/decisions/0025-node-packs-small-requests.md has the measurements, src/packed.rs the
// reader. What cannot be packed travels as text, and so does whatever turns out to be wrong: that way tells what is wrong.

const { room } = require('./room.js')

/** What stands before each value. */
const [NULL, FALSE, TRUE, WHOLE, TEXT, LIST, OBJECT, END] = [0, 1, 2, 3, 4, 5, 6, 7]

/** Deeper values travel as text. */
const MOST_LEVELS = 16

/** Larger requests travel as text, which V8 writes quicker than what is here does. */
const MOST_BYTES = 65_536

/** Where the next byte goes. */
let at = 0

/** V8 sees through this one in a loop over names. */
const hasOwn = Object.prototype.hasOwnProperty

/** Whether a value is being packed: a getter of it may ask something of its own. */
let isPacking = false

/** How many bytes a value takes in the room; -1 when it cannot be packed. */
function pack(value) {
  if (isPacking) return -1
  isPacking = true
  try {
    at = 0
    return packed(value, MOST_LEVELS) && at <= MOST_BYTES ? at : -1
  } finally {
    isPacking = false
  }
}

function packed(value, levels) {
  switch (typeof value) {
    case 'string':
      room[at++] = TEXT
      return text(value)
    case 'number':
      // Not a fraction, not beyond 32 bits, not NaN.
      if ((value | 0) !== value) return false
      room[at++] = WHOLE
      room[at++] = value
      room[at++] = value >> 8
      room[at++] = value >> 16
      room[at++] = value >> 24
      return true
    case 'boolean':
      room[at++] = value ? TRUE : FALSE
      return true
    case 'object':
      if (value === null) {
        room[at++] = NULL
        return true
      }
      if (levels === 0) return false
      return Array.isArray(value) ? list(value, levels - 1) : object(value, levels - 1)
    default:
      return false
  }
}

/** Letters of ASCII only; most names and values have no others. */
function text(value) {
  const length = value.length
  if (length > 65_535) return false
  room[at++] = length
  room[at++] = length >> 8
  for (let place = 0; place < length; place++) {
    const sign = value.charCodeAt(place)
    if (sign > 127) return false
    room[at++] = sign
  }
  return true
}

function list(values, levels) {
  room[at++] = LIST
  for (let place = 0; place < values.length; place++) {
    if (at > MOST_BYTES || !packed(values[place], levels)) return false
  }
  room[at++] = END
  return typeof values.toJSON !== 'function'
}

function object(value, levels) {
  const prototype = Object.getPrototypeOf(value)
  if ((prototype !== Object.prototype && prototype !== null) || typeof value.toJSON === 'function') return false
  room[at++] = OBJECT
  // Its own alone, as JSON has them: what somebody puts on the prototype of all objects is nobody's permission or fact.
  for (const name in value) {
    if (!hasOwn.call(value, name)) continue
    const inside = value[name]
    if (inside === undefined) continue
    room[at++] = TEXT
    if (at > MOST_BYTES || !text(name) || !packed(inside, levels)) return false
  }
  room[at++] = END
  return true
}

/** Whether the room holds a request that is half packed. */
const isTaken = () => isPacking

module.exports = { MOST_BYTES, isTaken, pack }
