// An answer that is handed back means what it meant: what was not given is not given, and what was empty is empty.

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Calendar, Machine, RateList, flow, rates } from '../index.mjs'

test('a calendar made of its snapshot keeps its stop-sales', () => {
  const now = '2026-12-01T00:00:00Z'
  const when = { stay: { checkIn: '2026-12-24', checkOut: '2026-12-25' } }
  for (const [weekdays, free] of [[undefined, false], [['thu'], false], [[], true]]) {
    const stopSales = [{ days: { first: '2026-12-24', last: '2026-12-25' }, weekdays }]
    const calendar = new Calendar({ resources: [{ id: 'n', zone: 'UTC', mode: 'nights', stopSales }] })
    const again = new Calendar(calendar.snapshot({}))
    assert.deepEqual(again.snapshot({}), calendar.snapshot({}))
    assert.deepEqual(calendar.snapshot({}).resources[0].stopSales[0].weekdays, weekdays)
    for (const one of [calendar, again]) assert.equal(one.check({ now, resource: 'n', when }).free, free)
  }
})

test('a list made of a created one keeps its blackouts', () => {
  const list = {
    name: 'R',
    currency: 'EUR',
    unit: 'night',
    valid: { first: '2026-11-01', last: '2027-10-31' },
    prices: { byAdults: { 2: '100' } },
    blackouts: [{ days: { first: '2026-12-24', last: '2026-12-25' } }],
  }
  const created = { ...rates.create({ list, createdOn: '2026-11-20' }), status: 'published' }
  assert.throws(
    () => new RateList(created).price({ checkIn: '2026-12-24', checkOut: '2026-12-25', adults: 2 }),
    { code: 'rates.blackout' },
  )
})

test('a shipped machine is a definition', () => {
  for (const definition of flow.machines({})) {
    const drawing = (machine) => machine.diagram({ drawing: 'mermaid' })
    const asJson = JSON.parse(flow.machinesJson(JSON.stringify({ name: definition.name })))
    assert.equal(drawing(new Machine(definition)), drawing(new Machine(JSON.stringify(asJson[0]))))
  }
})
