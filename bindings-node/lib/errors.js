'use strict'

const { inspect } = require('node:util')

/** A refusal or a fault, with every reason for it. */
class RatebookError extends Error {
  constructor(report) {
    super(report.message)
    this.code = report.code
    this.path = report.path ?? ''
    this.details = report.details ?? {}
    this.reasons = report.reasons ?? [{ code: this.code, message: this.message, path: this.path, details: this.details }]
    // A structured clone of an error keeps its cause and none of its own fields. Printed, it would say everything twice.
    const cause = Object.defineProperty(this.toJSON(), inspect.custom, { value: () => this.code })
    Object.defineProperty(this, 'cause', { value: cause, configurable: true, writable: true })
  }

  /** The error as it crosses a wire. */
  toJSON() {
    const { code, message, path, details, reasons } = this
    return { code, message, path, details, reasons }
  }

  /** The error again, in the class of its family: from its report, or from a structured clone of it. */
  static from(told) {
    if (told instanceof RatebookError) return told
    const report = told instanceof Error ? told.cause : told
    if (typeof report?.code === 'string' && typeof report.message === 'string') return errorOf(report)
    throw new TypeError('neither the report of an error of ratebook nor a structured clone of one')
  }
}

/** The class of each family of codes, which `index.js` fills in. */
const families = new Map()

/** Declares the class for the codes that begin with `family`. */
function declareFamily(family, ErrorClass) {
  for (const named of [ErrorClass, RatebookError]) {
    Object.defineProperty(named.prototype, 'name', { value: named.name, configurable: true, writable: true })
  }
  families.set(family, ErrorClass)
}

/** The error that a report tells of, in the class of its family. */
function errorOf(report) {
  const ErrorClass = families.get(report.code.slice(0, report.code.indexOf('.'))) ?? RatebookError
  return new ErrorClass(report)
}

module.exports = { RatebookError, declareFamily, errorOf }
