// Calendars in plain objects: what changes in place, what workers share, what is refused.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Calendar, RatebookError, Storefront } from '../index.mjs'

const now = '2026-04-01T00:00:00Z'
const span = (start, end) => ({ span: { start: `2026-05-04T${start}:00Z`, end: `2026-05-04T${end}:00Z` } })
const booking = (id, start, end) => ({ id, takes: [{ resource: 'room', when: span(start, end) }] })
const room = () => new Calendar({ resources: [{ id: 'room', zone: 'Europe/Berlin', bufferAfterMinutes: 30 }] })

test('a booking changes what is free', () => {
  const calendar = room()
  assert.equal(calendar.book({ now, booking: booking('B1', '10:00', '12:00') }).bookedAt, now)
  const answer = calendar.check({ now, resource: 'room', when: span('12:00', '13:00') })
  assert.deepEqual([answer.free, answer.unitsLeft, answer.reasons[0].code], [false, 0, 'calendar.buffer'])
  const days = { first: '2026-05-04', last: '2026-05-04' }
  const [slots] = calendar.slots({ now, days, minutes: 60, stepMinutes: 60 })
  const around = slots.slots.filter((slot) => slot.time >= '10:00' && slot.time <= '16:00')
  assert.deepEqual(around.map((slot) => slot.time), ['10:00', '15:00', '16:00'])
  assert.equal(slots.slots[0].offset, '+02:00')
})

test('a refusal names every reason, in the spelling of JavaScript', () => {
  const calendar = room()
  calendar.book({ now, booking: booking('B1', '10:00', '12:00') })
  assert.throws(
    () => calendar.book({ now, booking: booking('B2', '11:00', '13:00') }),
    (error) => error instanceof RatebookError && error.code === 'calendar.conflict' && error.details.unitsLeft === 0,
  )
})

test('a field in the spelling of the wire is told', () => {
  assert.throws(
    () => new Calendar({ resources: [{ id: 'room', zone: 'UTC', buffer_after_minutes: 30 }] }),
    (error) => error.code === 'definition.unknown' && /bufferAfterMinutes/.test(error.message),
  )
})

test('commands are answered each for itself', () => {
  const answers = room().apply({
    commands: [
      { book: { now, booking: booking('B1', '10:00', '12:00') } },
      { book: { now: 'yesterday', booking: booking('B2', '14:00', '15:00') } },
      { book: { now, booking: booking('B3', '11:00', '13:00') } },
    ],
  })
  assert.deepEqual(
    answers.map((answer) => answer.error?.code ?? answer.done.booking.id),
    ['B1', 'request.type', 'calendar.conflict'],
  )
})

test('a snapshot loads again', () => {
  const calendar = room()
  calendar.book({ now, booking: booking('B1', '10:00', '12:00') })
  assert.deepEqual(new Calendar(calendar.snapshot({})).snapshot({}), calendar.snapshot({}))
})

test('a search page', () => {
  const storefront = new Storefront({
    calendar: { resources: [{ id: 'double', zone: 'UTC', mode: 'nights' }] },
    rateLists: [
      {
        code: 'RL', name: 'Double', currency: 'EUR', unit: 'night',
        valid: { first: '2026-01-01', last: '2026-12-31' }, prices: { base: '100' },
      },
    ],
    offers: [{ resource: 'double', rateList: 'RL' }],
  })
  const when = { stay: { checkIn: '2026-05-04', checkOut: '2026-05-06' } }
  const found = storefront.availabilityAndPrice({ now, when, request: { adults: 2 } })
  assert.deepEqual(found.offers, [
    { resource: 'double', rateList: 'RL', total: '200.00', currency: 'EUR', unitsLeft: 1 },
  ])
})
