import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import { runner, vectors } from './conformance.mjs'

const folder = fileURLToPath(new URL('../../tests/conformance', import.meta.url))

test('every vector', async (context) => {
  const run = runner()
  const all = vectors(folder)
  const areas = {}
  for (const vector of all) {
    areas[vector.area] ??= { passed: 0, failed: 0 }
    await context.test(`${vector.file}: ${vector.name}`, () => {
      areas[vector.area].failed += 1
      run(vector)
      areas[vector.area].failed -= 1
      areas[vector.area].passed += 1
    })
  }
  const report = process.env.RATEBOOK_VECTORS_REPORT
  if (report) writeFileSync(report, JSON.stringify({ language: 'Node', areas }))
  const ran = Object.values(areas).reduce((sum, { passed, failed }) => sum + passed + failed, 0)
  assert.ok(all.length > 0, 'there are vectors')
  assert.equal(ran, all.length)
})
