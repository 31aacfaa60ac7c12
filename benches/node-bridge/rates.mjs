// The Node package itself, pricing a family stay. Build first:
//   npm --prefix bindings-node run build && node benches/node-bridge/rates.mjs
import { RateList } from '../../bindings-node/index.mjs'
import { familyList, familyStay } from '../../bindings-node/tests/family-stay.mjs'
import { nanosecondsEach } from '../timing.mjs'

const list = new RateList(familyList)
const requests = Array.from({ length: 1000 }, () => ({ ...familyStay, children: [...familyStay.children] }))
const wire = Buffer.from(
  JSON.stringify({ check_in: '2026-12-18', check_out: '2026-12-25', adults: 2, children: [8, 1], booked_on: '2026-09-01' }),
)
const wireMany = Buffer.from(`{"requests":[${Array(1000).fill(wire.toString()).join()}]}`)
const refused = { ...familyStay, checkOut: familyStay.checkIn }

const ways = {
  total: [1, () => list.total(familyStay)],
  'total from JSON to JSON': [1, () => list.totalJson(wire)],
  'total, refused': [1, () => {
    try {
      list.total(refused)
    } catch {
      // The refusal is what is measured.
    }
  }],
  [`price with ${list.price(familyStay).lines.length} lines`]: [1, () => list.price(familyStay)],
  '1000 totals in a loop, each': [1000, () => requests.map((request) => list.total(request))],
  '1000 totals in a batch, each': [1000, () => list.totalMany({ requests })],
  '1000 totals in a batch of JSON, each': [1000, () => list.totalManyJson(wireMany)],
  '1000 prices in a batch, each': [1000, () => list.quoteMany({ requests })],
  'new RateList': [1, () => new RateList(familyList)],
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
for (const [name, [items, run]] of Object.entries(ways)) {
  console.log(`${name.padEnd(38)}${Math.round(nanosecondsEach(items, run)).toString().padStart(8)} ns`)
}
