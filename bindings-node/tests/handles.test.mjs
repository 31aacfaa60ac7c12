// What is promised of handles and errors beside their answers: they can be let go of, and nobody copies them by mistake.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import test from 'node:test'
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads'

import * as ratebook from '../index.mjs'
import { vectors } from './conformance.mjs'
import { familyList, familyStay, familyTotal } from './family-stay.mjs'

const { RateList, RatebookError, RatesError, engine, flow } = ratebook

/** A definition of every kind of handle, as JSON: the first vector's that has one. */
function definitions() {
  const found = new Map()
  for (const { given = {}, expect } of vectors(fileURLToPath(new URL('../../tests/conformance', import.meta.url)))) {
    for (const [key, definition] of Object.entries(given)) {
      const name = key.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase())
      if (typeof ratebook[name] === 'function' && typeof definition === 'object' && 'answer' in expect && !found.has(name)) {
        found.set(name, JSON.stringify(definition))
      }
    }
  }
  return found
}

const kinds = definitions()
const refused = (run) => {
  try {
    run()
  } catch (error) {
    return error
  }
  return assert.fail('was not refused')
}

test('there is a definition of every kind of handle', () => {
  const handles = Object.keys(ratebook).filter((name) => typeof ratebook[name] === 'function' && !name.endsWith('Error'))
  assert.deepEqual(Array.from(kinds.keys()).sort(), handles.sort())
})

for (const [name, definition] of kinds) {
  test(`${name}: disposed of, it says so`, () => {
    const handle = new ratebook[name](definition)
    const methods = Object.getOwnPropertyNames(ratebook[name].prototype).filter((method) => !['constructor', 'dispose'].includes(method))
    handle.dispose()
    handle.dispose()
    for (const method of methods.filter((method) => !method.endsWith('Async'))) {
      const error = refused(() => handle[method]({}))
      assert.ok(error instanceof ReferenceError, method)
      assert.equal(error.message, `this ${name} was disposed of; load its definition again`)
    }
    const other = new ratebook[name](definition)
    other[Symbol.dispose]()
    assert.throws(() => other[methods[0]]({}), ReferenceError)
  })

  test(`${name}: cloned or posted, it is refused by its name`, () => {
    const handle = new ratebook[name](definition)
    const { port1, port2 } = new MessageChannel()
    for (const copy of [structuredClone, (value) => port1.postMessage(value)]) {
      for (const value of [handle, { held: [handle] }]) {
        const error = refused(() => copy(value))
        assert.deepEqual([error.name, error.message], ['DataCloneError', `#<${name}> could not be cloned.`])
      }
    }
    port1.close()
    port2.close()
    assert.equal(inspect(handle), `${name} {}`)
    assert.ok(!(handle instanceof WeakSet) && !('add' in handle))
  })
}

test('a question that is under way is answered although its list is disposed of', async () => {
  const list = new RateList(familyList)
  const answers = list.totalManyAsync({ requests: Array(200).fill(familyStay) })
  list.dispose()
  assert.deepEqual((await answers).at(-1).total, familyTotal.amount)
  await assert.rejects(list.totalManyAsync({ requests: [] }), ReferenceError)
})

test('an error that was cloned keeps what it told, and becomes itself again', async () => {
  const error = refused(() => new RateList(familyList).price({ ...familyStay, adults: 40 }))
  assert.ok(error instanceof RatesError)
  const clone = structuredClone(error)
  assert.equal(clone.code, undefined)
  assert.equal(clone.cause.code, error.code)
  for (const again of [RatebookError.from(clone), RatebookError.from(error.toJSON()), RatebookError.from(JSON.parse(JSON.stringify(error)))]) {
    assert.ok(again instanceof RatesError)
    assert.deepEqual(again.toJSON(), error.toJSON())
  }
  assert.equal(RatebookError.from(error), error)
  for (const other of [new Error('x'), {}, null, 'rates.blackout']) assert.throws(() => RatebookError.from(other), TypeError)
  // Printed, it tells its reasons once.
  assert.equal(inspect(error).split(error.reasons[0].path).length, inspect({ ...error }).split(error.reasons[0].path).length)

  const { port1, port2 } = new MessageChannel()
  port1.postMessage(error)
  assert.deepEqual(RatebookError.from(receiveMessageOnPort(port2).message).toJSON(), error.toJSON())
  port1.close()
})

test('an error from a worker tells its code', async () => {
  const program = `
    import { parentPort } from 'node:worker_threads'
    import { flow } from '${new URL('../index.mjs', import.meta.url)}'
    try { flow.machines({ name: 'paymnt' }) } catch (error) { parentPort.postMessage(error) }
  `
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`))
  const told = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  assert.equal(RatebookError.from(told).code, 'request.unknown')
})

test('every family of the catalogue has its class', () => {
  const families = new Set(engine.codes({}).map(({ code }) => code.split('.')[0])).add('books')
  for (const family of families) {
    const name = `${family[0].toUpperCase()}${family.slice(1)}Error`
    assert.ok(ratebook[name]?.prototype instanceof RatebookError, name)
    assert.equal(RatebookError.from({ code: `${family}.x`, message: '' }).constructor, ratebook[name])
  }
})

test('machines that ship are loaded by their names', () => {
  for (const { name, events, states } of flow.machines({})) {
    const machine = flow.machine(name)
    assert.equal(machine.paths({}).length, states.length)
    assert.ok(events.length > 0)
  }
  assert.equal(refused(() => flow.machine('paymnt')).code, 'request.unknown')
})

// Memory. V8 is told what a handle weighs, so it collects them before they fill the machine.

const made = (count, turn, of = '[...kinds, ["Calendar", full]]') => `
  const { kinds } = ${JSON.stringify({ kinds: Array.from(kinds) })}
  const ratebook = await import('${new URL('../index.mjs', import.meta.url)}')
  const bookings = Array.from({ length: 200 }, (_, number) => ({
    id: 'b' + number,
    takes: [{ resource: 'd', when: { span: { start: new Date(Date.UTC(2027, 0, 1, number * 3)).toISOString(), end: new Date(Date.UTC(2027, 0, 1, number * 3 + 2)).toISOString() } } }],
  }))
  const full = JSON.stringify({ resources: [{ id: 'd', zone: 'Europe/Berlin' }], bookings })
  const all = ${of}
  let most = 0
  for (let number = 0; number < ${count}; number++) {
    const [name, definition] = all[number % all.length]
    new ratebook[name](definition)
    ${turn}
    if (number % 500 === 0) most = Math.max(most, process.memoryUsage().rss)
  }
  console.log(most)
`
const turns = { 'in one turn': '', 'in a turn each': 'await new Promise((resolve) => setImmediate(resolve))' }
for (const [how, turn] of Object.entries(turns)) {
  test(`handles that nobody holds are collected, made ${how}`, () => {
    const most = execFileSync(process.execPath, ['--input-type=module', '--eval', made(20_000, turn)], { encoding: 'utf8' })
    assert.ok(Number(most) < 200_000_000, `20,000 handles took ${most.trim()} bytes`)
  })
}

test('a million handles are made and dropped within 200 MB', () => {
  const lists = "kinds.filter(([name]) => name === 'RateList')"
  const most = execFileSync(process.execPath, ['--input-type=module', '--eval', made(1_000_000, turns['in a turn each'], lists)], { encoding: 'utf8' })
  assert.ok(Number(most) < 200_000_000, `a million handles took ${most.trim()} bytes`)
})

test('a handle weighs what it holds, and a calendar that grows weighs more', () => {
  const native = createRequire(import.meta.url)('../lib/load.js').load()
  const text = readFileSync(new URL('../index.js', import.meta.url), 'utf8')
  const kind = Number(text.match(/class Calendar [^]*?load\((\d+), definition, this\)/)[1])
  const held = {}
  const number = native.load(kind, Buffer.from('{"resources": [{"id": "d", "zone": "UTC"}]}'), held)
  const empty = native.weightOf(number)
  const commands = Array.from({ length: 2000 }, (_, number) => {
    const hour = (add) => new Date(Date.UTC(2027, 0, 1, number + add)).toISOString()
    const when = { span: { start: hour(0), end: hour(1) } }
    return { book: { now: '2026-11-20T12:00:00Z', booking: { id: `b${number}`, takes: [{ resource: 'd', when }] } } }
  })
  const apply = Number(text.match(/class Calendar [^]*?applyJson\(request\) \{\s*return decodeBytes\(native\.askJson\((\d+)/)[1])
  native.askJson(apply, number, Buffer.from(JSON.stringify({ commands })))
  const full = native.weightOf(number)
  assert.ok(full - empty > 400_000 && full - empty < 4_000_000, `2,000 bookings weigh ${full - empty} bytes`)
  native.drop(number)
  assert.equal(native.weightOf(number), 0)
})
