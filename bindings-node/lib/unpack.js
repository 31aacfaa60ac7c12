'use strict'

// Answers stand packed in memory that both sides hold: a word for each value, all texts in one behind them. An object of the
// engine's own is made by a function that knows its names; V8 makes it several times quicker than JSON.parse does.
// docs/decisions/0027-node-unpacks-answers.md has the measurements, src/answer/ the writer.

const { room } = require('./room.js')

/** What a word is, in its lowest four bits. */
const [TEXT, WHOLE, OBJECT, LIST, MAP, NULL, FALSE, TRUE, NUMBER] = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** The words before the first value. */
const HEAD = 3

const words = new Int32Array(room.buffer, room.byteOffset, room.length >> 2)

/** Two words as the number that they are. */
const number = new Float64Array(1)
const halves = new Int32Array(number.buffer)

/** The next word, and the next letter of the texts. */
let at = 0
let place = 0
let texts = ''

/** Where the texts begin, and whether they are long and of one byte a letter. */
let begin = 0
let isLong = false

/** Fields of so many letters keep the text alive from which they are cut; of longer texts they are copied. */
const LONG_FIELD = 13
const LONG_TEXT = 32_768

/** A reader of the answers in the room; `namesOf` tells the names of a kind of object by its number. */
function unpacker(namesOf) {
  const makers = new Map()

  function learnt(kind) {
    const maker = makerOf(namesOf(kind))
    makers.set(kind, maker)
    return maker
  }

  function value() {
    const word = words[at++]
    switch (word & 15) {
      case TEXT: {
        const from = place
        place += word >>> 4
        return isLong && place - from >= LONG_FIELD ? room.latin1Slice(begin + from, begin + place) : texts.substring(from, place)
      }
      case WHOLE:
        return word >> 4
      case OBJECT: {
        const kind = word >>> 4
        return (makers.get(kind) ?? learnt(kind))(value)
      }
      case LIST: {
        const made = []
        for (let entry = 0, end = word >>> 4; entry < end; entry++) {
          const inside = value()
          made[entry] = inside
          // Somebody else's setter took it.
          if (made.length === entry) define(made, entry, inside)
        }
        return made
      }
      case MAP: {
        const made = {}
        for (let left = word >>> 4; left > 0; left--) put(made, value(), value())
        return made
      }
      case NULL:
        return null
      case FALSE:
        return false
      case TRUE:
        return true
      case NUMBER:
        halves[0] = words[at++]
        halves[1] = words[at++]
        return number[0]
    }
  }

  return function unpacked() {
    begin = words[0] << 2
    const end = begin + words[1]
    const isAscii = words[2] === 1
    texts = isAscii ? room.latin1Slice(begin, end) : room.utf8Slice(begin, end)
    isLong = isAscii && words[1] > LONG_TEXT
    at = HEAD
    place = 0
    const made = value()
    texts = ''
    return made
  }
}

/** A function that makes the objects of these names, in their order, of the values that come. */
function makerOf(names) {
  if (!names.includes('__proto__')) {
    try {
      return new Function('value', `return { ${names.map((name) => `${JSON.stringify(name)}: value()`).join(', ')} }`)
    } catch {
      // A program may forbid that code is made of text.
    }
  }
  return (value) => {
    const made = {}
    for (const name of names) put(made, name, value())
    return made
  }
}

/** Sets a field of an object's own, whatever stands on the prototype of all objects. */
function put(made, name, value) {
  if (name in Object.prototype) define(made, name, value)
  else made[name] = value
}

function define(made, name, value) {
  Object.defineProperty(made, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true })
}

module.exports = { unpacker }
