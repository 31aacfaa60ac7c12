'use strict'

const { isTaken, pack } = require('./pack.js')
const { room } = require('./room.js')
const { unpacker } = require('./unpack.js')
const { decode, refuseLost, written } = require('./values.js')

/** What the add-on gives back when the answer stands in the room. */
const IN_ROOM = 0

/** What it gives back for a text that spells `null` somewhere. */
const LOOK_FIRST = 1

/** What it gives back for a request that is to be asked as text. */
const AS_TEXT = 2

/** The number of no room: the answer comes as text. */
const NO_ROOM = 0xffff_ffff

/** A function that asks an add-on. */
function asker(native) {
  const shared = native.share(room)
  const number = native.roomOf(shared)
  const unpacked = unpacker(native.namesOf)

  /** Answers an operation, of a handle or of none: packed where that can be, as text otherwise. */
  function ask(operation, handle, request) {
    const length = pack(request)
    if (length > 0) {
      const answer = native.askPacked(operation, handle, number, length)
      if (answer === IN_ROOM) return unpacked()
      if (answer !== AS_TEXT) return decode(answer)
    }
    const text = written(request, 'request')
    // Something asks while a request of somebody else is being packed.
    const place = isTaken() ? NO_ROOM : number
    let answer = native.ask(operation, handle, place, text, false)
    if (answer === LOOK_FIRST) {
      // NaN, Infinity and holes in arrays become null, and only they need the long look; the add-on looks for null on its way,
      // which is quicker than here. Nothing has been asked yet.
      refuseLost(request, 'request')
      answer = native.ask(operation, handle, place, text, true)
    }
    return answer === IN_ROOM ? unpacked() : decode(answer)
  }

  // The memory is let go of when nobody asks any more.
  ask.shared = shared
  return ask
}

module.exports = { asker }
