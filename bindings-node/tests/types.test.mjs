import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

const inside = (path) => fileURLToPath(new URL(path, import.meta.url))
const tsc = (project) => {
  const { status, stdout } = spawnSync(process.execPath, [inside('../node_modules/typescript/bin/tsc'), '--project', inside(project)], { encoding: 'utf8' })
  assert.equal(status, 0, stdout)
}

test('ESM and CommonJS consumers type-check strictly', () => tsc('consumer/tsconfig.json'))

test('the Nest example type-checks', () => tsc('../examples/nest/tsconfig.json'))

test('no type is any', () => {
  const types = readFileSync(inside('../index.d.ts'), 'utf8').replace(/\/\*\*[^]*?\*\//g, '')
  assert.doesNotMatch(types, /\bany\b/)
})
