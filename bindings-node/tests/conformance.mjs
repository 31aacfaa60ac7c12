// Runs the vectors that every language runs, twice each: as JavaScript objects, and as JSON.
//
// Vectors are in the wire form. To ask with objects, a name is respelled when `index.d.ts` declares it as a field:
// `check_in` becomes `checkIn`, and a code of the caller's own such as `late_checkout` stays. Answers go the same way back.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'

export const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const pascal = (name) => camel(`_${name}`)

/** Every vector with the file it stands in. */
export function vectors(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) => {
    const inside = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return inside.map((vector) => ({ ...vector, file, area: file.split(sep)[0] }))
  })
}

/** The two spellings of the names that the package declares: JavaScript's and that of wires. */
export function spellings(require = createRequire(import.meta.url), name = '../index.js') {
  const types = readFileSync(require.resolve(name).replace(/\.js$/, '.d.ts'), 'utf8')
  const declared = new Set(Array.from(types.matchAll(/^\s+readonly (\w+)\??:/gm), ([, field]) => field))
  const toCamel = respelled((key) => (declared.has(camel(key)) ? camel(key) : key))
  const toWire = respelled((key) => (declared.has(key) ? snake(key) : key), (value) => (isReport(value) && 'path' in value ? reportToWire(value) : value))
  const reportToWire = ({ message, ...report }) => ({
    ...report,
    path: report.path.split('/').map((step) => (declared.has(step) ? snake(step) : step)).join('/'),
    details: Object.fromEntries(Object.entries(report.details ?? {}).map(([key, figure]) => [snake(key), figure])),
  })
  return { toCamel, toWire }
}

/** A runner of vectors against the package that `require` finds. */
export function runner(require = createRequire(import.meta.url), name = '../index.js') {
  const ratebook = require(name)
  const { toCamel, toWire } = spellings(require, name)

  const asObjects = (vector) => {
    const [asked, method] = subject(ratebook, vector, toCamel)
    const kept = keptBy(vector.ask.op)
    return toWire(asked[method](toCamel(vector.ask.input ?? {}, kept)), kept)
  }
  const asJson = (vector) => {
    const [asked, method] = subject(ratebook, vector, JSON.stringify)
    return JSON.parse(asked[`${method}Json`](JSON.stringify(vector.ask.input ?? {})))
  }
  return (vector) => {
    compare(withoutMessages(vector.expect), outcome(() => asObjects(vector), toWire, ratebook), 'as objects')
    compare(vector.expect, outcome(() => asJson(vector), (error) => error, ratebook), 'as JSON')
  }
}

/** The object that is asked, and the name of its method. */
function subject(ratebook, { given = {}, ask: { op } }, write) {
  const [area, name] = op.split('.')
  for (const [key, definition] of Object.entries(given)) {
    const Handle = ratebook[pascal(key)]
    if (Handle && camel(name) in Handle.prototype) return [new Handle(write(whole(ratebook, definition))), camel(name)]
  }
  return [ratebook[camel(area)], camel(name)]
}

/** A machine that comes with the engine is given by its name. */
function whole(ratebook, definition) {
  if (typeof definition !== 'string') return definition
  return JSON.parse(ratebook.flow.machinesJson(JSON.stringify({ name: definition })))[0]
}

/** What holds names of the caller's own, which nobody respells. */
const OWN = new Set(['changed', 'facts', 'fields', 'given', 'sets', 'stamps', 'with'])

/** What holds records or documents as they are kept, in questions about records: nothing in it is respelled. */
const KEPT = new Set(['after', 'before', 'change', 'components', 'filter', 'items', 'kept', 'other', 'paths', 'record', 'records', 'values'])
const NOTHING = new Set()

/** What a question keeps as it is. */
const keptBy = (op) => (op.startsWith('records.') && op !== 'records.plan' ? KEPT : NOTHING)

function respelled(spell, finish = (value) => value) {
  const walk = (value, own, kept) => {
    if (Array.isArray(value)) return value.map((item) => walk(item, false, kept))
    if (!isObject(value)) return value
    const entry = ([key, inside]) => {
      if (!own && kept.has(key)) return [spell(key), inside]
      return [own ? key : spell(key), walk(inside, !own && OWN.has(key), kept)]
    }
    return finish(Object.fromEntries(Object.entries(value).map(entry)))
  }
  return (value, kept = NOTHING) => walk(value, false, kept)
}

/** Reports of errors speak of fields in their messages, so each spelling has its own. */
export const withoutMessages = respelled((key) => key, (value) => {
  if (!isReport(value)) return value
  const { message, ...report } = value
  return report
})

function isReport({ code, path }) {
  return /^[a-z]+\.[a-z_]+$/.test(code) && (path === undefined || typeof path === 'string')
}

function outcome(ask, translated, { RatebookError }) {
  try {
    return { answer: ask() }
  } catch (fault) {
    if (!(fault instanceof RatebookError)) throw fault
    return { error: translated(fault.toJSON()) }
  }
}

function compare(expected, got, how) {
  const faults = []
  differences(expected, got, '', faults)
  assert.deepEqual(faults, [], how)
}

/** Every stated field must be equal, lists as a whole; what is not stated does not matter. */
export function differences(expected, got, at, faults) {
  const bothLists = Array.isArray(expected) && Array.isArray(got) && expected.length === got.length
  const bothObjects = isObject(expected) && isObject(got)
  if (bothLists || bothObjects) {
    for (const [name, wanted] of Object.entries(expected)) differences(wanted, got[name] ?? null, `${at}/${name}`, faults)
  } else if (expected !== got) {
    faults.push(`${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
  }
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
