import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import * as ratebook from '../index.mjs'

const inside = (path) => fileURLToPath(new URL(path, import.meta.url))
const tsc = (project) => {
  const { status, stdout } = spawnSync(process.execPath, [inside('../node_modules/typescript/bin/tsc'), '--project', inside(project)], { encoding: 'utf8' })
  assert.equal(status, 0, stdout)
}

test('ESM and CommonJS consumers type-check strictly', () => tsc('consumer/tsconfig.json'))

test('misspelt definitions are found, each in its line', () => tsc('consumer/misspelt.json'))

test('the programs of the READMEs type-check strictly', (context) => {
  const folder = mkdtempSync(inside('readme-types-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const files = ['../README.md', '../../README.md'].flatMap((readme, number) => {
    const programs = readFileSync(inside(readme), 'utf8').matchAll(/^```(?:js|ts)\n([^]*?)^```$/gm)
    return Array.from(programs, ([, program], place) => {
      const file = `program-${number}-${place}.mts`
      writeFileSync(join(folder, file), program)
      return file
    })
  })
  assert.ok(files.length >= 6)
  const { compilerOptions } = JSON.parse(readFileSync(inside('consumer/tsconfig.json'), 'utf8'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, files }))
  tsc(`${folder.split('/').at(-1)}/tsconfig.json`)
})

test('the Nest example type-checks', () => tsc('../examples/nest/tsconfig.json'))

test('no type is any', () => {
  const types = readFileSync(inside('../index.d.ts'), 'utf8').replace(/\/\*\*[^]*?\*\//g, '')
  assert.doesNotMatch(types, /\bany\b/)
})

test('the types tell of what is there, and of all of it', () => {
  const types = readFileSync(inside('../index.d.ts'), 'utf8')
  const named = Array.from(types.matchAll(/^export (?:class|const) (\w+)/gm), ([, name]) => name)
  assert.deepEqual(named.sort(), Object.keys(ratebook).sort())
  for (const [, name, body] of types.matchAll(/^export class (\w+)(?:<.*>)? \{\n([^]*?)^\}/gm)) {
    if (name === 'RatebookError') continue
    const methods = Array.from(body.matchAll(/^  (\w+)\(/gm), ([, method]) => method)
    assert.deepEqual(methods.sort(), Object.getOwnPropertyNames(ratebook[name].prototype).sort(), name)
  }
  for (const [, name, body] of types.matchAll(/^export const (\w+): \{\n([^]*?)^\}/gm)) {
    const functions = Array.from(body.matchAll(/^  readonly (\w+): [(<]/gm), ([, field]) => field)
    assert.deepEqual(functions.sort(), Object.keys(ratebook[name]).sort(), name)
  }
})
