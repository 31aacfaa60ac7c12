import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Calendar, Machine, RateList, Tenant, money } from '../index.mjs'
import { familyList, familyStay } from './family-stay.mjs'

const require = createRequire(import.meta.url)
const { MOST_BYTES, pack } = require('../lib/pack.js')
const { room } = require('../lib/room.js')

const list = new RateList({
  name: 'Double room', currency: 'EUR', unit: 'night', prices: { base: '100' },
  valid: { first: '2026-01-01', last: '2026-12-31' },
})
const stay = { checkIn: '2026-05-01', checkOut: '2026-05-04', adults: 2 }

test('what small requests hold is packed', () => {
  for (const value of [{}, stay, [1, -1, 0, -0, 2 ** 31 - 1, -(2 ** 31)], { a: null, b: [true, false], c: { d: 'e' } }, Object.create(null)]) {
    assert.ok(pack(value) > 0, JSON.stringify(value))
  }
  assert.equal(pack({ a: undefined, b: 1 }), pack({ b: 1 }))
})

test('what JSON writes otherwise, and what takes too much room, travels as text', () => {
  class Own {
    a = 1
  }
  const around = []
  around.push(around)
  const others = [
    undefined, NaN, Infinity, 1.5, 2 ** 31, 10n, 'ä', '\ud800', Symbol('a'), () => 1, new Date(0), new Own(), new Map(), around,
    [1, , 2], [undefined], { a: { toJSON: () => 1 } }, new String('a'), 'a'.repeat(MOST_BYTES), [['a'.repeat(MOST_BYTES)], [1]],
    { ä: 1 },
  ]
  for (const value of others) assert.equal(pack(value), -1)
  assert.equal(pack([others[6]]), -1)
})

test('both ways come to the same', () => {
  const total = list.total(stay)
  assert.deepEqual(total, { amount: '300.00', currency: 'EUR' })
  // Each travels as text: a sign that is not ASCII, and a value that writes itself.
  assert.deepEqual(list.total({ ...stay, tags: ['ä'] }), total)
  assert.deepEqual(list.total({ ...stay, adults: { toJSON: () => 2 } }), total)
  const long = { ...stay, tags: Array.from({ length: 20_000 }, (_, number) => `tag ${number}`) }
  assert.deepEqual(list.total(long), total)
})

test('small requests and their answers are packed indeed', () => {
  const words = new Int32Array(room.buffer, room.byteOffset, 4)
  const isPacked = (ask) => {
    words.fill(0)
    ask()
    return words[0] > 3
  }
  assert.ok(isPacked(() => list.total(stay)))
  assert.ok(isPacked(() => list.price(stay)))
  assert.ok(isPacked(() => list.price({ ...stay, tags: ['ä'] })), 'to a request that is text')
  assert.ok(isPacked(() => list.quoteMany({ requests: [stay, { ...stay, adults: 99 }] })))
})

test('a getter may ask something of its own', () => {
  const total = list.total(stay)
  let reads = 0
  const counting = { quantity: 1, get tags() { list.price({ ...stay, checkOut: '2026-05-09' }); reads++; return [] }, ...{} }
  Object.defineProperties(counting, Object.getOwnPropertyDescriptors(stay))
  assert.deepEqual(list.total(counting), total)
  assert.equal(reads, 1)
  const asking = { ...stay, get adults() { return Number(list.total({ ...stay, checkOut: '2026-05-03' }).amount) / 100 } }
  assert.deepEqual(list.total(asking), total)
  // What this one leaves half packed must not become a part of the other.
  const { checkIn, checkOut } = stay
  const besides = { get adults() { assert.throws(() => list.total({ quantity: 3, get adults() { throw new Error('half') } })); return 2 }, checkIn, checkOut }
  assert.deepEqual(list.total(besides), total)
  const failing = { ...stay, get adults() { throw new RangeError('mine') } }
  assert.throws(() => list.total(failing), { name: 'RangeError', message: 'mine' })
  assert.ok(pack(stay) > 0)
})

test('what stands on the prototype of all objects is no part of a request', () => {
  const machine = new Machine({
    name: 'door', initial: 'shut', facts: { key: 'bool' },
    states: [{ name: 'shut' }, { name: 'open', terminal: true }], events: [{ name: 'open' }],
    transitions: [{ from: ['shut'], event: 'open', to: 'open', guard: 'has(key) && key' }],
  })
  const ask = () => machine.step({ state: 'shut', event: 'open', facts: {} })
  const refusal = (() => { try { ask() } catch ({ code }) { return code } })()
  assert.ok(refusal)
  Object.prototype.key = true
  try {
    assert.throws(ask, { code: refusal })
    assert.equal(pack({}), 2)
  } finally {
    delete Object.prototype.key
  }
})

test('an answer longer than the room comes whole', () => {
  const many = list.quoteMany({ requests: Array.from({ length: 4_000 }, () => stay) })
  assert.equal(many.length, 4_000)
  assert.ok(JSON.stringify(many).length > 2 * room.length)
  assert.ok(many.every((one) => one.price.total === '300.00'))
})

test('what is wrong is told as it is told of text', () => {
  const told = (request) => {
    try {
      return list.total(request)
    } catch ({ code, path, message }) {
      return { code, path, message }
    }
  }
  for (const wrong of [{ adults: '2' }, { adutls: 2 }, { check_in: '2026-05-01' }, { checkIn: '2026-02-30' }, { children: [300] }, { quantity: 0 }]) {
    const request = { ...stay, ...wrong }
    const text = told({ ...request, tags: ['ä'] })
    assert.deepEqual(told(request), text)
    assert.ok(text.code, JSON.stringify(wrong))
  }
  assert.equal(told([]).code, 'request.type')
  assert.throws(() => money.round({ money: { amount: '1', currency: 'EUR' }, step: { of: { half: 1 } } }), { code: 'request.type' })
})

/** A record of a tenant's own fields, there and back through a mask that hides nothing. */
const tenant = new Tenant({ id: 'acme', name: 'Acme', access: { masks: { thing: [] } } })
const there = (fields) => tenant.mask({ actor: { id: 'ada', tenant: 'acme', roles: ['viewer'] }, entity: 'thing', record: { tenant: 'acme', id: 'r1', fields } }).fields

test('answers hold what their requests held', () => {
  const record = {
    id: 'a', signs: 'ä 山 😀 \u2028\u0000\n"\\', empty: '', none: null, truths: [true, false], small: [0, -1, 134_217_727, -134_217_728],
    large: [134_217_728, -134_217_729, 2 ** 53, -(2 ** 53)], broken: [0.1, -1e-7, 1e300, 123456789.12345679, -24.382670769806722], lists: [[], [[]], {}], 7: 'seven',
  }
  assert.deepEqual(there(record), record)
})

test('a name that stands on the prototype of all objects is a field like any other', () => {
  const record = JSON.parse('{ "id": "a", "__proto__": { "role": "owner" }, "toString": "text", "constructor": 1, "inner": { "__proto__": null } }')
  const made = there(record)
  assert.equal(Object.getPrototypeOf(made), Object.prototype)
  assert.deepEqual(Object.keys(made).sort(), Object.keys(record).sort())
  assert.deepEqual(Object.getOwnPropertyDescriptor(made, '__proto__').value, { role: 'owner' })
  assert.equal(made.role, undefined)
  let seen = 0
  Object.defineProperty(Object.prototype, 'watched', { set: () => { seen++ }, configurable: true })
  try {
    assert.ok(Object.hasOwn(there({ id: 'a', watched: 1 }), 'watched'))
    assert.equal(seen, 0)
  } finally {
    delete Object.prototype.watched
  }
})

test('what others put on prototypes changes no answer', () => {
  const price = list.price({ ...stay, checkOut: '2026-05-02' })
  const many = list.price(stay)
  const planted = { get: () => 1, 0: 'x', 1: 'y', 2: 'z' }
  for (const [name, value] of Object.entries(planted)) Object.prototype[name] = value
  try {
    assert.ok(there({ id: 'a', toString: 1, get: 2 }).get === 2)
    assert.equal(list.price(stay).lines.length, many.lines.length)
  } finally {
    for (const name of Object.keys(planted)) delete Object.prototype[name]
  }
  Object.defineProperty(Object.prototype, '0', { set() {}, get: () => 'x', configurable: true })
  let met
  try {
    met = list.price({ ...stay, checkOut: '2026-05-02' })
  } finally {
    delete Object.prototype[0]
  }
  assert.deepEqual(met, price)
})

test('what a request does while it is looked at for lost values leaves the answer alone', () => {
  const asking = { ...stay, bookedOn: null, tags: ['ä'] }
  Object.defineProperty(asking, 'adults', { enumerable: true, get: () => { list.total({ ...stay, checkOut: '2026-05-09' }); return 2 } })
  assert.deepEqual(list.total(asking), { amount: '300.00', currency: 'EUR' })
})

test('a request that JSON would change does nothing before it is refused', () => {
  const calendar = new Calendar({ resources: [{ id: 'room', zone: 'UTC' }] })
  const when = { from: '2026-05-01T10:00:00Z', to: '2026-05-01T11:00:00Z' }
  const now = '2026-04-01T00:00:00Z'
  assert.throws(() => calendar.book({ now, booking: { id: 'B1', title: NaN, takes: [{ resource: 'room', when: { span: when } }] } }), { code: 'request.type' })
  assert.equal(calendar.snapshot({}).bookings?.length ?? 0, 0)
})

test('two copies of the package do not meet in one memory', () => {
  const kept = Object.entries(require.cache).filter(([path]) => !path.endsWith('.node'))
  for (const [path] of kept) delete require.cache[path]
  const other = require('../index.js')
  assert.notEqual(require('../lib/room.js').room, room)
  const second = new other.RateList({ name: 'Single room', currency: 'EUR', unit: 'night', prices: { base: '70' }, valid: { first: '2026-01-01', last: '2026-12-31' } })
  for (let round = 0; round < 3; round++) {
    assert.equal(list.total(stay).amount, '300.00')
    assert.equal(second.total(stay).amount, '210.00')
    assert.equal(second.price(stay).lines.length, list.price(stay).lines.length)
  }
})

test('a program that forbids making code from text has the same answers', () => {
  const code = `
    import { RateList } from ${JSON.stringify(new URL('../index.mjs', import.meta.url).href)}
    import { familyList, familyStay } from ${JSON.stringify(new URL('family-stay.mjs', import.meta.url).href)}
    try { new Function('1'); console.log('made') } catch { console.log(JSON.stringify(new RateList(familyList).price(familyStay))) }`
  const run = (...flags) => execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', code], { encoding: 'utf8', cwd: fileURLToPath(new URL('.', import.meta.url)) })
  assert.equal(run().trim(), 'made')
  const told = JSON.parse(run('--disallow-code-generation-from-strings'))
  assert.deepEqual(told, new RateList(familyList).price(familyStay))
})
