// JSON Schema for validators that people have already: ajv and zod.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'

import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

import { RateList } from '../index.mjs'
import { schemas } from '../schemas.mjs'
import { familyList, familyStay } from './family-stay.mjs'

const ajv = () => addFormats(new Ajv2020.default({ allErrors: true }))

test('ajv takes what the engine takes, and finds what is misspelt', () => {
  const list = ajv().compile(schemas.RateListDefinition)
  assert.ok(list(familyList), JSON.stringify(list.errors))
  for (const [changed, place] of [
    [{ ...familyList, sesaons: [] }, ''],
    [{ ...familyList, prices: { base: 124.5 } }, '/prices/base'],
    [{ ...familyList, unit: 'fortnight' }, '/unit'],
    [{ ...familyList, valid: { first: '2026-11-01', last: 'tomorrow' } }, '/valid/last'],
  ]) {
    assert.ok(!list(changed))
    assert.ok(list.errors.some((error) => error.instancePath === place), JSON.stringify(list.errors))
    assert.throws(() => new RateList(changed))
  }
  const request = ajv().compile(schemas.PriceRequest)
  assert.ok(request(familyStay))
  assert.ok(!request({ ...familyStay, adlts: 2 }))
})

test('answers are as their schemas say', () => {
  const price = ajv().compile(schemas.Price)
  assert.ok(price(new RateList(familyList).price(familyStay)), JSON.stringify(price.errors))
})

test('zod makes its own of them', () => {
  const request = z.fromJSONSchema(schemas.PriceRequest)
  // What may be left out, with what that means.
  assert.deepEqual(request.parse(familyStay), { quantity: 1, preview: false, ...familyStay })
  const { error } = request.safeParse({ ...familyStay, adults: 'two' })
  assert.deepEqual(error.issues[0].path, ['adults'])
  const list = z.fromJSONSchema(schemas.RateListDefinition)
  assert.ok(list.safeParse(familyList).success)
  assert.ok(!list.safeParse({ ...familyList, prices: { base: 124.5 } }).success)
  assert.ok(!list.safeParse({ ...familyList, sesaons: [] }).success)
})

test('every type has a schema that stands alone, as strict validators read it', () => {
  const names = Object.keys(schemas)
  const declared = Array.from(readFileSync(new URL('../schemas.d.ts', import.meta.url), 'utf8').matchAll(/^ {2}\| '(\w+)'$/gm), ([, name]) => name)
  assert.deepEqual(names, declared)
  assert.ok(names.length > 400)
  for (const name of names) ajv().compile(schemas[name])
  assert.equal(schemas.Price, schemas.Price)
})

test('CommonJS has them too', () => {
  const require = createRequire(import.meta.url)
  assert.equal(require('../schemas.js').schemas, schemas)
})
