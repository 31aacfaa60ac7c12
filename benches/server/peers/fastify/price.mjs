// What a stay costs by a stored list of rates, with decimal.js.
import { Decimal } from 'decimal.js'

const DAY = 86_400_000
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const cents = (amount) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
const shareOf = (percent) => new Decimal(percent).div(100)

/** A request that the list has no price for. */
export class NoPrice extends Error {}

function read(definition) {
  const list = definition.rate_list ?? definition
  const child = new Decimal(list.prices.child)
  const tiers = (rule) => list.discounts
    .flatMap((discount) => discount.rule[rule]?.tiers ?? [])
    .map((tier) => ({ atLeast: tier.at_least, share: shareOf(tier.off.percent) }))
  const fixed = list.taxes.flatMap(({ rate }) => rate.fixed ?? [])
  if (fixed.some(({ per }) => per !== 'adult_night') || list.supplements.some(({ per }) => per !== 'night')) {
    throw new Error('the list charges by what is not known here')
  }
  return {
    currency: list.currency,
    first: Date.parse(list.valid.first),
    last: Date.parse(list.valid.last),
    maxPeople: list.people.max_people,
    room: Object.fromEntries(Object.entries(list.prices.by_adults).map(([adults, price]) => [adults, new Decimal(price)])),
    bands: list.age_bands.map(({ min_age, max_age, price }) => ({
      min: min_age, max: max_age, price: price === 'free' ? new Decimal(0) : cents(child.times(shareOf(price.percent.percent))),
    })),
    seasons: list.seasons.flatMap(({ days, price }) => days.map(({ first, last }) => (
      { first: Date.parse(first), last: Date.parse(last), factor: new Decimal(price.multiply) }))),
    supplements: list.supplements.map(({ weekdays, price }) => ({ weekdays: weekdays.map((day) => WEEKDAYS.indexOf(day)), amount: new Decimal(price.amount) })),
    stays: tiers('length_of_stay'),
    early: tiers('early_bird'),
    vat: list.taxes.reduce((sum, { rate }) => (rate.percent ? sum.plus(shareOf(rate.percent)) : sum), new Decimal(0)),
    perAdultNight: fixed.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)),
  }
}

// The last lists that were read, by their text: a list that was changed is another text.
const lists = new Map()
function listOf(text) {
  let list = lists.get(text)
  if (!list) {
    list = read(JSON.parse(text))
    if (lists.size >= 1000) lists.delete(lists.keys().next().value)
    lists.set(text, list)
  }
  return list
}

export function price(text, { arrival, nights, adults, children = [], booked_on: bookedOn }) {
  const list = listOf(text)
  const checkIn = Date.parse(arrival)
  const checkOut = checkIn + nights * DAY
  const room = list.room[adults]
  if (!room) throw new NoPrice(`no price for ${adults} adults`)
  if (adults + children.length > list.maxPeople) throw new NoPrice(`at most ${list.maxPeople} people`)
  if (checkIn < list.first || checkOut - DAY > list.last) throw new NoPrice('the stay is outside the days of the list')
  let perNight = new Decimal(0)
  for (const age of children) {
    const band = list.bands.find(({ min, max }) => min <= age && age <= max)
    if (!band) throw new NoPrice(`no price for a child of ${age}`)
    perNight = perNight.plus(band.price)
  }
  let subtotal = perNight.times(nights)
  for (let day = checkIn; day < checkOut; day += DAY) {
    const season = list.seasons.find(({ first, last }) => first <= day && day <= last)
    subtotal = subtotal.plus(season ? cents(room.times(season.factor)) : cents(room))
    const weekday = new Date(day).getUTCDay()
    for (const { weekdays, amount } of list.supplements) if (weekdays.includes(weekday)) subtotal = subtotal.plus(amount)
  }
  const booked = bookedOn ? Date.parse(bookedOn) : Math.floor(Date.now() / DAY) * DAY
  const ahead = (checkIn - booked) / DAY
  const earned = [...list.stays.filter(({ atLeast }) => nights >= atLeast), ...list.early.filter(({ atLeast }) => ahead >= atLeast)]
  const best = earned.reduce((most, { share }) => Decimal.max(most, share), new Decimal(0))
  const net = subtotal.minus(cents(subtotal.times(best)))
  const total = net.plus(cents(net.times(list.vat))).plus(list.perAdultNight.times(adults * nights))
  return { total: total.toFixed(2), currency: list.currency }
}
