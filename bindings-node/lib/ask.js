'use strict'

const { pack } = require('./pack.js')
const { room } = require('./room.js')
const { unpacker } = require('./unpack.js')
const { decode, refuseLost, written } = require('./values.js')

/** What the add-on gives back when the answer stands in the room. */
const IN_ROOM = 0

/** The same for a request that spells `null` somewhere. */
const IN_ROOM_SPELLS_NULL = 1

/** What it gives back for a request that is to be asked as text. */
const AS_TEXT = 2

/** An answer that is text and begins with this one is to a request that spells `null` somewhere. */
const SPELLS_NULL = '?'.charCodeAt(0)

/** A function that asks an add-on. */
function asker(native) {
  const number = native.share(room)
  const unpacked = unpacker(native.namesOf)

  /** Answers an operation, of a handle or of none: packed where that can be, as text otherwise. */
  return function ask(operation, handle, request) {
    const length = pack(request)
    if (length > 0) {
      const answer = native.askPacked(operation, handle, number, length)
      if (answer === IN_ROOM) return unpacked()
      if (answer !== AS_TEXT) return decode(answer)
    }
    const answer = native.ask(operation, handle, number, written(request, 'request'))
    if (answer === IN_ROOM) return unpacked()
    // NaN, Infinity and holes in arrays become null, and only they need the long look; the add-on looks for null on its
    // way, which is quicker than here.
    if (answer === IN_ROOM_SPELLS_NULL) {
      // First, since what a request does while it is looked at may ask something of its own.
      const made = unpacked()
      refuseLost(request, 'request')
      return made
    }
    if (answer.charCodeAt(0) !== SPELLS_NULL) return decode(answer)
    refuseLost(request, 'request')
    return decode(answer.slice(1))
  }
}

module.exports = { asker }
