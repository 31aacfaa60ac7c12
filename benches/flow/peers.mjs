// What Node uses: XState, and Ratebook's own package. Nanoseconds per call, as one JSON object.
//
// Both are given the machines that the Rust side printed, and must give its answer to every question before anything is timed.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createActor, getNextSnapshot, createMachine } from 'xstate'
import { Machine } from '../../bindings-node/index.mjs'
import { nanosecondsEach } from '../timing.mjs'

const work = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const MAY = { attempts: 1, max_attempts: 3 }

/** A guard of ours is an expression of JavaScript too. */
function guardOf(guard) {
  const compiled = new Function('attempts', 'max_attempts', `return ${guard}`)
  return ({ event }) => compiled(event.attempts, event.max_attempts)
}

function theirs(definition) {
  const states = Object.fromEntries(definition.states.map(({ name }) => [name, { on: {} }]))
  for (const { from, event, to, guard } of definition.transitions) {
    for (const state of from) (states[state].on[event] ??= []).push({ target: to, ...(guard && { guard: guardOf(guard) }) })
  }
  return createMachine({ id: definition.name, initial: definition.initial, states })
}

const named = (make) => Object.fromEntries(work.machines.map((definition) => [definition.name, make(definition)]))
const [charts, machines] = [named(theirs), named((definition) => new Machine(JSON.stringify(definition)))]
const at = (chart, value) => chart.resolveState({ value })

function led({ machine, state, event, facts }) {
  const before = at(charts[machine], state)
  const after = getNextSnapshot(charts[machine], before, { type: event, ...facts })
  // It gives the same snapshot back when nothing leads anywhere; a transition to the same state makes another one.
  return before.can({ type: event, ...facts }) ? after.value : null
}

function stepped({ machine, state, event, facts }) {
  try {
    return machines[machine].step({ state, event, facts }).state
  } catch {
    return null
  }
}

for (const question of work.questions) {
  const answers = [led(question), stepped(question)]
  if (answers.some((answer) => answer !== question.to)) throw new Error(`the answers differ: ${JSON.stringify({ question, answers })}`)
}

const { ticket, delivery } = charts
const [inProgress, waiting] = [at(ticket, 'in_progress'), at(delivery, 'waiting')]
const actor = createActor(ticket, { snapshot: inProgress }).start()
const [wait, reply, attempt] = [{ type: 'wait' }, { type: 'reply' }, { type: 'attempt', ...MAY }]
const now = new Date('2026-11-02T09:30:00Z')
const begun = machines.ticket.start({ now, id: 'TK-2611-0007', fields: { subject: 'no signal since noon' } }).instance
const resolving = { instance: begun, event: 'resolve', now, actor: 'ann', given: { resolution: 'the router was restarted' } }
const asking = { instance: begun, permissions: ['tickets:*'] }
const [step, stepGuarded] = [{ state: 'in_progress', event: 'wait' }, { state: 'waiting', event: 'attempt', facts: MAY }]

console.log(JSON.stringify({
  version: createRequire(import.meta.url)('xstate/package.json').version,
  xstate: {
    next: nanosecondsEach(1, () => getNextSnapshot(ticket, inProgress, wait)),
    next_guarded: nanosecondsEach(1, () => getNextSnapshot(delivery, waiting, attempt)),
    // There and back again.
    send: nanosecondsEach(2, () => {
      actor.send(wait)
      actor.send(reply)
    }),
  },
  ours: {
    step: nanosecondsEach(1, () => machines.ticket.step(step)),
    step_guarded: nanosecondsEach(1, () => machines.delivery.step(stepGuarded)),
    fire: nanosecondsEach(1, () => machines.ticket.fire(resolving)),
    allowed: nanosecondsEach(1, () => machines.ticket.allowed(asking)),
  },
}))
