'use strict'

const { inspect } = require('node:util')

/** The number of no handle: what was disposed of has it. */
const GONE = 0

/**
 * What every handle is made of. A structured clone of a plain object would be `{}` without a word; nobody can clone a WeakSet, so each is
 * one without its methods, and cloning and posting it fail by its name.
 */
class Handle {
  constructor() {
    return Reflect.construct(WeakSet, [], new.target)
  }

  [inspect.custom]() {
    return `${this.constructor.name} {}`
  }
}

/** The number of a handle that is still there. */
function present(number, name) {
  if (number === GONE) throw new ReferenceError(`this ${name} was disposed of; load its definition again`)
  return number
}

/** Where the language does not have the symbol yet, it is that of the tools that translate `using`. */
const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose')

module.exports = { GONE, Handle, dispose, present }
