// What Node uses: an interval tree, and rrule. Nanoseconds per call, as one JSON object.
import { readFileSync } from 'node:fs'
import IntervalTree from '@flatten-js/interval-tree'
import rrule from 'rrule'

const work = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const rules = JSON.parse(readFileSync(new URL('rules.json', import.meta.url), 'utf8'))
const ROUNDS = 5
// Changes that are timed together, after the other bookings are there.
const CHANGES = 2000

/** Nanoseconds of one call for each of several runs that follow each other: the medians of the rounds. */
function each(calls, ...runs) {
  const rounds = Array.from({ length: ROUNDS }, () => runs.map((run) => {
    const start = process.hrtime.bigint()
    run()
    return Number(process.hrtime.bigint() - start) / calls
  }))
  return runs.map((_, index) => rounds.map((round) => round[index]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)])
}

// Its intervals hold both ends, so the last minute is the one before the end.
const tree = new (IntervalTree.default ?? IntervalTree)()
const key = ([start, end]) => [start, end - 1]
const last = work.bookings.slice(-CHANGES).map(key)
for (const booking of work.bookings.slice(0, -CHANGES)) tree.insert(key(booking), booking[0])
const insert = () => last.forEach((booking) => tree.insert(booking, booking[0]))
const remove = () => last.forEach((booking) => tree.remove(booking, booking[0]))
const [inserted, removed] = each(CHANGES, insert, remove)
insert()
const questions = work.questions.map(key)
let free = 0
const ask = () => {
  free = 0
  for (const question of questions) if (!tree.intersect_any(question)) free += 1
}
ask()
if (free !== work.free) throw new Error(`${free} are free, not ${work.free}`)
const figures = { tree: { is_free: each(questions.length, ask)[0], insert: inserted, remove: removed }, recurring: {} }

for (const rule of rules) {
  const options = { ...rrule.RRule.parseString(rule.rule), dtstart: new Date(`${rule.first}T09:00:00Z`) }
  // The rule is read beforehand; ours reads it every time. Without its cache, or it would expand only once.
  const expanded = new rrule.RRule(options, true)
  const within = rule.within && [new Date(rule.within.start), new Date(rule.within.end)]
  const expand = () => (within ? expanded.between(...within, true) : expanded.all())
  const found = expand()
  figures.recurring[rule.name] = {
    nanoseconds: each(10, () => { for (let call = 0; call < 10; call += 1) expand() })[0],
    count: found.length,
    last: found.at(-1).getTime() / 1000,
  }
}
console.log(JSON.stringify(figures))
