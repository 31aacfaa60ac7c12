import assert from 'node:assert/strict'
import test from 'node:test'
import { Worker } from 'node:worker_threads'

import { familyTotal } from './family-stay.mjs'

const program = `
  import { parentPort } from 'node:worker_threads'
  import { RateList } from '${new URL('../index.mjs', import.meta.url)}'
  import { familyList, familyStay } from '${new URL('./family-stay.mjs', import.meta.url)}'
  const list = new RateList(familyList)
  for (let call = 0; call < 2000; call++) list.total(familyStay)
  const many = await list.totalManyAsync({ requests: Array(100).fill(familyStay) })
  parentPort.postMessage({ total: list.total(familyStay), many: many.length })
`

test('each worker loads the add-on and asks for itself', async () => {
  const source = new URL(`data:text/javascript,${encodeURIComponent(program)}`)
  const told = Array.from({ length: 4 }, () => new Promise((resolve, reject) => {
    const worker = new Worker(source)
    worker.once('message', resolve)
    worker.once('error', reject)
  }))
  for (const { total, many } of await Promise.all(told)) {
    assert.deepEqual(total, familyTotal)
    assert.equal(many, 100)
  }
})

test('a worker may end in the middle of a batch', async () => {
  const endless = program.replace(/const many[^]*/, 'for (;;) await list.totalManyAsync({ requests: Array(2000).fill(familyStay) })')
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(endless)}`))
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(typeof await worker.terminate(), 'number')
})
