// Every mistake in a definition or a request is found where it stands: without one, a line marked here would be an error itself.
import { Calendar, Machine, Plan, RateList, Tenant, flow } from 'ratebook'
import type { MachineInstance, RatebookError, ShippedMachines } from 'ratebook'
import { schemas } from 'ratebook/schemas'

const valid = { first: '2026-11-01', last: '2027-10-31' }
const prices = { byAdults: { 2: '120' } }
const head = { name: 'Seaside', currency: 'EUR', unit: 'night', valid } as const

new RateList({
  ...head,
  prices,
  // @ts-expect-error no field
  sesaons: [],
})
new RateList({
  ...head,
  prices: {
    // @ts-expect-error no field
    byAdult: { 2: '120' },
  },
})
new RateList({
  ...head,
  prices,
  seasons: [
    {
      name: 'peak',
      days: [valid],
      price: {
        // @ts-expect-error no choice
        multiplied: '1.4',
      },
    },
  ],
})
new RateList({
  ...head,
  prices,
  // @ts-expect-error no word
  combineDiscounts: 'best_one',
})
new RateList({
  ...head,
  prices,
  supplements: [
    // @ts-expect-error a field is missing
    { name: 'weekend', per: 'night', price: { amount: '15' } },
  ],
})
new Calendar({
  resources: [
    {
      id: 'studio',
      zone: 'Europe/Berlin',
      // @ts-expect-error no field
      bufferAfterMinute: 30,
    },
  ],
})
new Tenant({
  id: 'acme',
  name: 'Acme',
  // @ts-expect-error no field
  quota: [],
})
new Plan({
  // @ts-expect-error no field
  nmae: 'x',
})
new Machine({
  name: 'door',
  initial: 'open',
  states: [{ name: 'open' }],
  events: [],
  transitions: [
    {
      from: ['open'],
      // @ts-expect-error no field
      on: 'shut',
      event: 'shut',
      to: 'shut',
    },
  ],
})

const payment = flow.machine('payment')
const started = payment.start({ now: '2026-12-18T09:00:00Z', id: 'p', fields: { amount: '10', currency: 'EUR' } })
const instance = started.instance
const now = '2026-12-18T09:00:00Z'
// @ts-expect-error no machine
flow.machine('paymnt')
// @ts-expect-error no event
payment.fire({ instance, event: 'captur', now })
// @ts-expect-error no event of this machine
payment.fire({ instance, event: 'check_in', now })
// @ts-expect-error no state
payment.step({ state: 'authorised', event: 'capture' })
// @ts-expect-error never that state
if (instance.state === 'authorised') console.log(instance)
payment.fireAll({
  events: [
    {
      instance,
      // @ts-expect-error no event
      event: 'captur',
      now,
    },
  ],
})
// @ts-expect-error no such type
console.log(schemas.PriceReqest)

// Figures of errors.
const figures = (error: RatebookError): number | undefined => {
  // @ts-expect-error a number
  const left: string | undefined = error.details.unitsLeft
  // @ts-expect-error a text
  const day: number | undefined = error.reasons[0]?.details?.day
  console.log(left, day)
  return error.details.unitsLeft
}

// What is right: an instance from a database, machines with words of one's own, a typed one where any is taken.
const kept: MachineInstance = JSON.parse('{}') as MachineInstance
payment.fire({ instance: kept, event: 'capture', now })
const event: ShippedMachines['payment']['event'] = 'capture'
const any: Machine = payment
const door = new Machine<'open' | 'shut', 'shut'>('{}')
door.fire({ instance: kept, event: 'shut', now })
// @ts-expect-error no event of the door
door.fire({ instance: kept, event: 'slam', now })
const standing: 'open' | 'shut' = door.fire({ instance: kept, event: 'shut', now }).instance.state
console.log(event, any, standing, figures, schemas.PriceRequest.$defs)
