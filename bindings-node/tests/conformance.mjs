// Runs the vectors that every language runs, twice each: as JavaScript objects, and as JSON.
//
// Vectors are in the wire form. To ask with objects, a name is respelled when `index.d.ts` declares it as a field:
// `check_in` becomes `checkIn`, and a code of the caller's own such as `late_checkout` stays. Answers go the same way back.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const pascal = (name) => camel(`_${name}`)

/** Every vector with the file it stands in. */
export function vectors(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) => {
    const inside = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return inside.map((vector) => ({ ...vector, file }))
  })
}

/** A runner of vectors against the package that `require` finds. */
export function runner(require = createRequire(import.meta.url), name = '../index.js') {
  const ratebook = require(name)
  const types = readFileSync(require.resolve(name).replace(/\.js$/, '.d.ts'), 'utf8')
  const declared = new Set(Array.from(types.matchAll(/^\s+readonly (\w+)\??:/gm), ([, field]) => field))
  const toCamel = respelled((key) => (declared.has(camel(key)) ? camel(key) : key))
  const toSnake = respelled((key) => (declared.has(key) ? snake(key) : key))

  const asObjects = (vector) => {
    const [asked, method] = subject(ratebook, vector, toCamel)
    return toSnake(asked[method](toCamel(vector.ask.input)))
  }
  const asJson = (vector) => {
    const [asked, method] = subject(ratebook, vector, JSON.stringify)
    return JSON.parse(asked[`${method}Json`](JSON.stringify(vector.ask.input)))
  }
  const errorFromObjects = (error) => {
    const path = error.path.split('/').map((step) => (declared.has(step) ? snake(step) : step)).join('/')
    const details = Object.fromEntries(Object.entries(error.details ?? {}).map(([key, figure]) => [snake(key), figure]))
    return { ...error, path, details, reasons: error.reasons?.map(errorFromObjects) }
  }

  return (vector) => {
    check(vector, () => asObjects(vector), errorFromObjects, ratebook.RatebookError)
    check(vector, () => asJson(vector), (error) => error, ratebook.RatebookError)
  }
}

/** The object that is asked, and the name of its method. */
function subject(ratebook, { given = {}, ask: { op } }, write) {
  const [area, name] = op.split('.')
  for (const [key, definition] of Object.entries(given)) {
    const Handle = ratebook[pascal(key)]
    if (Handle && camel(name) in Handle.prototype) return [new Handle(write(definition)), camel(name)]
  }
  return [ratebook[camel(area)], camel(name)]
}

function respelled(spell) {
  const walk = (value) => {
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [spell(key), walk(inside)]))
  }
  return walk
}

function check({ expect }, ask, translated, RatebookError) {
  let answer
  try {
    answer = ask()
  } catch (fault) {
    if (!(fault instanceof RatebookError) || !expect.error) throw fault
    assertHolds(translated(fault.toJSON()), expect.error)
    return
  }
  assert.ok('answer' in expect, `answered ${JSON.stringify(answer)}, not ${JSON.stringify(expect)}`)
  assert.deepEqual(answer, expect.answer)
}

/** Whatever the vector says of an error must be so; it need not say everything. */
function assertHolds(actual, expected) {
  for (const [key, wanted] of Object.entries(expected)) {
    if (key === 'reasons') {
      assert.equal(actual.reasons.length, wanted.length, JSON.stringify(actual.reasons))
      wanted.forEach((reason, index) => assertHolds(actual.reasons[index], reason))
    } else if (key !== 'message') {
      assert.deepEqual(actual[key], wanted, `${key} of ${JSON.stringify(actual)}`)
    }
  }
}
