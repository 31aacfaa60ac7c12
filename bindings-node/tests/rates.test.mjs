import assert from 'node:assert/strict'
import test from 'node:test'

import { RateList, RatebookError, RatesError, engine } from '../index.mjs'
import { familyList, familyStay, familyTotal } from './family-stay.mjs'

const wireStay = JSON.stringify({ check_in: '2026-12-18', check_out: '2026-12-25', adults: 2, children: [8, 1], booked_on: '2026-09-01' })

test('a family stay', () => {
  const list = new RateList(familyList)
  assert.deepEqual(list.total(familyStay), familyTotal)
  const price = list.price(familyStay)
  assert.equal(price.total, '1236.86')
  assert.equal(price.listCode, 'RL-2611-0001')
  assert.ok(price.lines.every((line) => typeof line.unitAmount === 'string'))
})

test('JSON in and JSON out, from text, a Buffer or a Uint8Array', () => {
  const list = new RateList(familyList)
  for (const request of [wireStay, Buffer.from(wireStay), new Uint8Array(Buffer.from(`  ${wireStay}`)).subarray(2)]) {
    assert.deepEqual(JSON.parse(list.totalJson(request)), familyTotal)
  }
})

test('a refusal names every reason in the spelling of JavaScript', () => {
  const list = new RateList({ ...familyList, restrictions: [{ minStay: 3 }], blackouts: [{ days: { first: '2026-12-24', last: '2026-12-24' } }] })
  const refused = (request) => {
    try {
      list.total(request)
    } catch (error) {
      return error
    }
    return assert.fail('was not refused')
  }
  const error = refused({ ...familyStay, checkIn: '2026-12-23' })
  assert.ok(error instanceof RatesError && error instanceof RatebookError && error instanceof Error)
  assert.equal(error.name, 'RatesError')
  assert.deepEqual(error.reasons.map(({ code }) => code).sort(), ['rates.blackout', 'rates.min_stay'])
  assert.ok(error.reasons.every(({ path }) => path.startsWith('/check')), JSON.stringify(error.reasons))
  assert.equal(JSON.parse(JSON.stringify(error)).code, error.code)
  assert.match(error.stack, /rates\.test\.mjs/)
})

test('a batch answers each request by itself, here or on another thread', async () => {
  const list = new RateList(familyList)
  const request = { requests: [familyStay, { ...familyStay, checkOut: '2026-12-18' }, familyStay] }
  const answers = list.totalMany(request)
  assert.deepEqual(answers.map(({ total }) => total), ['1236.86', null, '1236.86'])
  assert.match(answers[1].error.path, /^\/checkOut$|^\/checkIn$/)
  assert.deepEqual(await list.totalManyAsync(request), answers)
  assert.equal((await list.quoteManyAsync(request))[0].price.total, '1236.86')
  await assert.rejects(list.totalManyAsync({ requests: { adults: 'two' } }), { code: 'request.type', path: '/requests' })
})

test('a malformed request of a batch spoils no other, and its error speaks JavaScript', () => {
  const list = new RateList(familyList)
  const [bad, unknown, good] = list.totalMany({ requests: [{ ...familyStay, checkOut: 'soon' }, { ...familyStay, check_out: '2026-12-25' }, familyStay] })
  assert.deepEqual([bad.total, bad.error.code, bad.error.path], [null, 'request.type', '/checkOut'])
  assert.deepEqual([unknown.total, unknown.error.code, unknown.error.path], [null, 'request.unknown', '/check_out'])
  assert.match(unknown.error.message, /`check_out` in a JavaScript object; write `checkOut`/)
  assert.deepEqual(unknown.error.reasons.map(({ path }) => path), ['/check_out'])
  assert.equal(good.total, '1236.86')
  const [reversed] = list.totalMany({ requests: [{ ...familyStay, checkOut: '2026-12-18' }] })
  assert.deepEqual(reversed.error.reasons.map(({ path }) => path), ['/checkOut'])
})

test('the catalogue of codes', () => {
  assert.ok(engine.codes({ family: 'rates' }).some(({ code }) => code === 'rates.blackout'))
})
