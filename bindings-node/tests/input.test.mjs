import assert from 'node:assert/strict'
import test from 'node:test'

import { DefinitionError, RateList, RequestError } from '../index.mjs'
import { familyList, familyStay, familyTotal } from './family-stay.mjs'

const list = new RateList(familyList)
const refused = (run) => {
  try {
    run()
  } catch (error) {
    return error
  }
  return assert.fail('was not refused')
}

test('every fault of a definition at once, in the spelling of JavaScript', () => {
  const error = refused(() => new RateList({
    ...familyList,
    ageBands: [{ name: 'child', minAge: 'two', maxAge: 11, price: 'free' }],
    discounts: [{ name: 'x', rule: { earlyBirds: {} } }],
    combineDiscount: 'all',
    free_children: 1,
  }))
  assert.ok(error instanceof DefinitionError)
  const faults = Object.fromEntries(error.reasons.map(({ path, message }) => [path, message]))
  assert.match(faults['/ageBands/0/minAge'], /needs a whole number, not the text `two`/)
  assert.match(faults['/discounts/0/rule/earlyBirds'], /`earlyBird`/)
  assert.match(faults['/combineDiscount'], /no field `combineDiscount`; did you mean `combineDiscounts`/)
  assert.match(faults['/free_children'], /write `freeChildren`/)
})

test('money as a number is refused, and the message shows how to write it', () => {
  const error = refused(() => new RateList({ ...familyList, prices: { base: 124.5 } }))
  assert.equal(error.code, 'definition.type')
  assert.equal(error.path, '/prices/base')
  assert.match(error.message, /"124\.50?"/)
})

test('a Date is no day', () => {
  const error = refused(() => list.total({ ...familyStay, checkIn: new Date(Date.UTC(2026, 11, 18)) }))
  assert.ok(error instanceof RequestError)
  assert.equal(error.path, '/checkIn')
  assert.match(error.message, /day/)
})

test('what JSON cannot hold is refused with its place', () => {
  const faults = [
    [{ ...familyStay, bookedOn: NaN }, '/bookedOn', /NaN/],
    [{ ...familyStay, adults: Infinity }, '/adults', /Infinity/],
    [{ ...familyStay, adults: 2n }, '/adults', /BigInt/],
    [{ ...familyStay, children: [8, undefined] }, '/children/1', /undefined/],
    [{ ...familyStay, children: [() => 8] }, '/children/0', /function/],
    [undefined, '', /undefined/],
    [null, '', /needs an object/],
    [[], '', /needs an object/],
    ['text', '', /needs an object/],
    [7, '', /needs an object/],
    [() => familyStay, '', /function/],
  ]
  for (const [request, path, message] of faults) {
    const error = refused(() => list.total(request))
    assert.ok(error instanceof RequestError, String(error.stack))
    assert.deepEqual([error.code, error.path], ['request.type', path])
    assert.match(error.message, message)
  }
})

test('undefined fields are as good as none, and null stays what it is', () => {
  assert.deepEqual(list.total({ ...familyStay, channel: undefined, asOf: null }), familyTotal)
})

test('values that say how they are written are taken at their word', () => {
  const day = { toJSON: () => '2026-12-18' }
  assert.deepEqual(list.total({ ...familyStay, checkIn: day }), familyTotal)
})

test('cycles, depth and size', () => {
  const cyclic = { ...familyStay }
  cyclic.supplements = { again: cyclic }
  assert.equal(refused(() => list.total(cyclic)).path, '/supplements/again')
  const deep = (levels) => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
  for (const levels of [65, 5000]) {
    assert.equal(refused(() => list.total({ ...familyStay, tags: deep(levels) })).code, 'request.too_large')
  }
  const large = { ...familyStay, channel: 'x'.repeat(33 * 1024 * 1024) }
  assert.equal(refused(() => list.total(large)).code, 'request.too_large')
  assert.equal(refused(() => new RateList('['.repeat(100_000))).code, 'definition.too_large')
})

test('a text too long is not copied', () => {
  const text = ' '.repeat(100_000_000)
  const held = process.memoryUsage().arrayBuffers
  const error = refused(() => list.totalJson(text))
  assert.deepEqual([error.code, error.details], ['request.too_large', { bytes: 100_000_000, limit: 33_554_432 }])
  assert.ok(process.memoryUsage().arrayBuffers - held < 1_000_000)
})

test('JSON that is none', () => {
  assert.equal(refused(() => new RateList('{"name": ')).code, 'definition.json')
  assert.equal(refused(() => new RateList(Buffer.from([0xff, 0xfe]))).code, 'definition.json')
  assert.equal(refused(() => list.totalJson('{')).code, 'request.json')
  assert.equal(refused(() => list.totalJson(familyStay)).code, 'request.type')
  assert.equal(refused(() => list.totalJson('{"checkIn": "2026-12-18"}')).path, '/checkIn')
})

test('half of a character is refused with its place, wherever it stands', () => {
  const half = '\ud83d'
  const named = (error, path) => {
    assert.deepEqual([error.code, error.path], [path === '' ? 'request.json' : 'request.type', path])
    assert.match(error.message, /`[^`]*\\ud83d`? ?[^`]*holds half of a character|`.*\\ud83d.*` holds half of a character/)
  }
  const requests = [
    [{ ...familyStay, channel: `web${half}` }, '/channel'],
    [{ ...familyStay, channel: half }, '/channel'],
    [{ ...familyStay, channel: '\udc00' }, '/channel', true],
    [{ ...familyStay, tags: ['a', `b${half}c`] }, '/tags/1'],
    [{ ...familyStay, supplements: { [`late${half}`]: 1 } }, '/supplements/late\\ud83d'],
    [{ ...familyStay, [`adults${half}`]: 1 }, '/adults\\ud83d'],
    [{ ...familyStay, checkIn: half }, '/checkIn'],
    [{ ...familyStay, adults: half }, '/adults'],
  ]
  for (const [request, path, isLow] of requests) {
    const error = refused(() => list.total(request))
    if (isLow) assert.deepEqual([error.code, error.path], ['request.type', path])
    else named(error, path)
  }
  const definitions = [
    [{ ...familyList, name: half }, '/name'],
    [{ ...familyList, customFields: { a: [{ [half]: 1 }] } }, '/customFields/a/0/\\ud83d'],
    [{ ...familyList, customFields: { a: [{ b: `x${half}` }] } }, '/customFields/a/0/b'],
  ]
  for (const [definition, path] of definitions) {
    const error = refused(() => new RateList(definition))
    assert.deepEqual([error.code, error.path], ['definition.type', path])
    assert.match(error.message, /half of a character/)
  }
  named(refused(() => list.totalJson(`{"channel": "${half}"}`)), '')
  const escaped = refused(() => list.totalJson('{"channel": "\\ud83d"}'))
  assert.deepEqual([escaped.code, /half of a character/.test(escaped.message)], ['request.json', true])
  // A backslash before a `u` only looks like it.
  assert.deepEqual(list.total({ ...familyStay, channel: 'a\\ud83d' }), familyTotal)
  assert.deepEqual(list.total({ ...familyStay, channel: '😀' }), familyTotal)
})

test('text of every kind comes through', () => {
  const name = 'Zimmer „Süd" \\ 海😀'
  const named = new RateList({ ...familyList, seasons: [], taxes: [{ name, rate: { percent: '10' } }] })
  assert.equal(named.price(familyStay).taxes[0].name, name)
  const codes = { ...familyList, supplements: [{ code: 'late_checkout', name: 'late', per: 'stay', optional: true, price: { amount: '20' } }] }
  assert.notEqual(new RateList(codes).total({ ...familyStay, supplements: { late_checkout: 1 } }).amount, undefined)
})

test('methods need their own object', () => {
  assert.throws(() => list.total.call({}, familyStay), TypeError)
  assert.throws(() => RateList(familyList), TypeError)
})

test('a list loads from its compact form, and a damaged one is refused', () => {
  const { contentBase64, jsonBytes } = list.pack({})
  const packed = Buffer.from(contentBase64, 'base64')
  assert.ok(packed.length < jsonBytes)
  assert.deepEqual(new RateList(packed).total(familyStay), familyTotal)
  const flipped = Buffer.from(packed)
  flipped[packed.length >> 1] ^= 1
  for (const damaged of [flipped, packed.subarray(0, -1), Buffer.concat([packed, Buffer.of(0)])]) {
    const error = refused(() => new RateList(damaged))
    assert.ok(error instanceof DefinitionError)
    assert.equal(error.code, 'definition.damaged')
  }
})
