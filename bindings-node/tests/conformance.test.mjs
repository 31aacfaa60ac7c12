import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import { runner, vectors } from './conformance.mjs'

const folder = fileURLToPath(new URL('../../tests/conformance', import.meta.url))

test('every vector', async (context) => {
  const run = runner()
  const all = vectors(folder)
  let ran = 0
  for (const vector of all) {
    await context.test(`${vector.file}: ${vector.name}`, () => {
      ran += 1
      run(vector)
    })
  }
  assert.ok(all.length > 0, 'there are vectors')
  assert.equal(ran, all.length)
})
