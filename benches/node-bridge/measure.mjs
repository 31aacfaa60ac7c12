// Two ways to carry values between JavaScript and Rust. Build first:
//   cargo build --release -p node-bridge-bench && node benches/node-bridge/measure.mjs
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { nanosecondsEach } from '../timing.mjs'

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../target', import.meta.url))
const built = { linux: 'libnode_bridge_bench.so', darwin: 'libnode_bridge_bench.dylib', win32: 'node_bridge_bench.dll' }
const folder = mkdtempSync(join(tmpdir(), 'bridge-'))
const addon = join(folder, 'bridge.node')
copyFileSync(join(target, 'release', built[process.platform]), addon)
const bridge = createRequire(import.meta.url)(addon)

const stay = { checkIn: '2026-12-18', checkOut: '2026-12-25', adults: 2, children: [8, 1], bookedOn: '2026-10-01' }
const stays = Array.from({ length: 1000 }, () => ({ ...stay, children: [...stay.children] }))
const bytes = Buffer.from(
  JSON.stringify({ check_in: '2026-12-18', check_out: '2026-12-25', adults: 2, children: [8, 1], booked_on: '2026-10-01' }),
)

const ways = {
  'call alone': [1, () => bridge.nothing()],
  'string in, string out': [1, () => bridge.echo('{"checkIn":"2026-12-18","checkOut":"2026-12-25","adults":2}')],
  'JSON.stringify alone': [1, () => JSON.stringify(stay)],
  'total, text': [1, () => JSON.parse(bridge.totalByText(JSON.stringify(stay)))],
  'total, values': [1, () => bridge.totalByValues(stay)],
  'total, values in and text out': [1, () => JSON.parse(bridge.totalByValuesAndText(stay))],
  'total, JSON bytes': [1, () => bridge.totalByBytes(bytes)],
  'price of 25 lines, text': [1, () => JSON.parse(bridge.priceByText(JSON.stringify(stay)))],
  'price of 25 lines, values': [1, () => bridge.priceByValues(stay)],
  '1000 totals, text, each': [1000, () => JSON.parse(bridge.totalsByText(JSON.stringify(stays)))],
  '1000 totals, values, each': [1000, () => bridge.totalsByValues(stays)],
}

console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
for (const [name, [items, run]] of Object.entries(ways)) {
  console.log(`${name.padEnd(34)}${Math.round(nanosecondsEach(items, run)).toString().padStart(8)} ns`)
}
try {
  rmSync(folder, { recursive: true })
} catch {
  // Windows keeps a loaded add-on's file until the process ends.
}
