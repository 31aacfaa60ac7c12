// The family stay in Node: Ratebook, decimal.js by hand and ZEN; nanoseconds per call, as one JSON object.
import { readFileSync } from 'node:fs'
import { ZenEngine } from '@gorules/zen-engine'
import { Decimal } from 'decimal.js'
import { RateList } from '../../bindings-node/index.mjs'

const shared = JSON.parse(readFileSync(new URL('family_stay.json', import.meta.url), 'utf8'))
const list = new RateList(JSON.stringify(shared.rate_list))
const { check_in: checkIn, check_out: checkOut, booked_on: bookedOn, adults, children } = shared.request
const request = { checkIn, checkOut, adults, children, bookedOn }

const DAY = 86_400_000
const ROOM = { 1: new Decimal(95), 2: new Decimal(120), 3: new Decimal(150) }
const SEASONS = [['2026-11-01', '2026-12-19', '0.85'], ['2026-12-20', '2027-01-05', '1.40']]
  .map(([first, last, factor]) => [Date.parse(first), Date.parse(last), new Decimal(factor)])
const [WEEKEND, CHILD, VAT, CITY] = [new Decimal(15), new Decimal(40), new Decimal('0.10'), new Decimal('2.50')]
const BANDS = [[0, 1, new Decimal(0)], [2, 11, new Decimal('0.5')]]
const cents = (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)

function byHand({ checkIn, checkOut, adults, children, bookedOn }, lines) {
  const [arrival, departure, booked] = [Date.parse(checkIn), Date.parse(checkOut), Date.parse(bookedOn)]
  const nights = (departure - arrival) / DAY
  let subtotal = new Decimal(0)
  const add = (kind, day, amount) => {
    subtotal = subtotal.plus(amount)
    lines?.push({ kind, day, amount })
  }
  for (let day = arrival; day < departure; day += DAY) {
    const season = SEASONS.find(([first, last]) => first <= day && day <= last)
    add('night', day, cents(season ? ROOM[adults].times(season[2]) : ROOM[adults]))
    if ([5, 6].includes(new Date(day).getUTCDay())) add('weekend', day, WEEKEND)
    for (const age of children) add('child', day, cents(CHILD.times(BANDS.find(([low, high]) => low <= age && age <= high)[2])))
  }
  let best = new Decimal(nights >= 7 ? '0.05' : 0)
  if ((arrival - booked) / DAY >= 60) best = Decimal.max(best, '0.10')
  const discount = cents(subtotal.times(best))
  const net = subtotal.minus(discount)
  const vat = cents(net.times(VAT))
  const city = CITY.times(adults * nights)
  lines?.push({ kind: 'discount', amount: discount.neg() }, { kind: 'vat', amount: vat }, { kind: 'city tax', amount: city })
  return net.plus(vat).plus(city)
}

const zen = new ZenEngine().createDecision(readFileSync(new URL('family_stay.zen.json', import.meta.url)))
const ordinal = (day) => Math.round(day / DAY) + 719_163
const zenRequest = {
  nights: Array.from({ length: 7 }, (_, night) => Date.parse(checkIn) + night * DAY)
    .map((day) => ({ day: ordinal(day), weekday: (new Date(day).getUTCDay() + 6) % 7 })),
  adults,
  lead_days: 108,
}

const answers = [list.total(request).amount, byHand(request).toFixed(2), (await zen.evaluate(zenRequest)).result.total.toFixed(2)]
if (answers.some((answer) => answer !== shared.total)) throw new Error(`the answers differ: ${answers}`)

const ROUNDS = 7
function middle(rounds) {
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]
}
function measure(calls, call) {
  for (let warm = 0; warm < calls; warm += 1) call()
  return middle(Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint()
    for (let index = 0; index < calls; index += 1) call()
    return Number(process.hrtime.bigint() - start) / calls
  }))
}

const requests = Array.from({ length: 1000 }, () => request)
const figures = {
  total: measure(20_000, () => list.total(request)),
  lines: measure(3_000, () => list.price(request)),
  batch_total: measure(20, () => list.totalMany({ requests })) / 1000,
  by_hand_total: measure(2_000, () => byHand(request)),
  by_hand_lines: measure(2_000, () => byHand(request, [])),
}
const zenRounds = []
for (let round = 0; round < ROUNDS; round += 1) {
  const start = process.hrtime.bigint()
  for (let index = 0; index < 300; index += 1) await zen.evaluate(zenRequest)
  zenRounds.push(Number(process.hrtime.bigint() - start) / 300)
}
figures.zen_total = middle(zenRounds)
console.log(JSON.stringify(figures))
