import { RateList, RatebookError, RatesError, rates } from 'ratebook'
import type { Code, Decimal, Money, Price, PriceRequest, RateListDefinition } from 'ratebook'

const definition: RateListDefinition = {
  name: 'Seaside double room',
  currency: 'EUR',
  unit: 'night',
  valid: { first: '2026-11-01', last: '2027-10-31' },
  prices: { byAdults: { 1: '95', 2: '120' } },
  ageBands: [{ name: 'infant', minAge: 0, maxAge: 1, price: 'free' }],
  discounts: [{ name: 'early', rule: { earlyBird: { tiers: [{ atLeast: 60, off: { percent: '10' } }] } } }],
}
const list: RateList = new RateList(definition)
const request: PriceRequest = { checkIn: '2026-12-18', checkOut: '2026-12-21', adults: 2 }
const price: Price = list.price(request)
const amounts: readonly Decimal[] = price.lines.map((line) => line.amount)
const total: Money = list.total(request)
const bytes: Buffer = list.priceJson('{}')
const many: Promise<readonly (Decimal | null | undefined)[]> = list
  .totalManyAsync({ requests: [request] })
  .then((answers) => answers.map((answer) => answer.total))

// @ts-expect-error money is never a number
new RateList({ ...definition, prices: { base: 124.5 } })
// @ts-expect-error a day is never a Date
list.total({ ...request, checkIn: new Date() })
// @ts-expect-error a field that does not exist
list.total({ ...request, check_in: '2026-12-18' })
// @ts-expect-error a choice that does not exist
new RateList({ ...definition, unit: 'fortnight' })
// @ts-expect-error answers are not to be changed
price.total = '1'

try {
  list.total(request)
} catch (error) {
  if (error instanceof RatesError || error instanceof RatebookError) {
    const code: Code = error.code
    const places: readonly string[] = error.reasons.map((reason) => reason.path)
    console.log(code, places, error.details['days'])
  }
}
console.log(amounts, total.amount, bytes.length, many, typeof rates.create)
