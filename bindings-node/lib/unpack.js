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

/** A reader of the answers in the room; `namesOf` tells the names of a kind of object by its number. */
function unpacker(namesOf) {
  const makers = []

  function learnt(kind) {
    return (makers[kind] = makerOf(namesOf(kind)))
  }

  function value() {
    const word = words[at++]
    switch (word & 15) {
      case TEXT: {
        const from = place
        place += word >>> 4
        return texts.substring(from, place)
      }
      case WHOLE:
        return word >> 4
      case OBJECT: {
        const kind = word >>> 4
        return (makers[kind] ?? learnt(kind))(value)
      }
      case LIST: {
        const made = []
        for (let left = word >>> 4; left > 0; left--) made.push(value())
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
    const end = words[0] << 2
    texts = words[2] ? room.latin1Slice(end, end + words[1]) : room.utf8Slice(end, end + words[1])
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
  if (name in Object.prototype) {
    Object.defineProperty(made, name, { value, writable: true, enumerable: true, configurable: true })
  } else {
    made[name] = value
  }
}

module.exports = { unpacker }
