'use strict'

/** Memory that JavaScript and the add-on both hold: a request in it, and then its answer. */
const room = Buffer.allocUnsafeSlow(1_048_576)

module.exports = { room }
