import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import { runner, vectors } from './conformance.mjs'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('..', import.meta.url))
const inFolder = (cwd, command, ...words) => execFileSync(command, words, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })

/** What a package may weigh. */
const MOST_BYTES = 3_000_000
/** An add-on of this size was built for debugging and says nothing of what is published. */
const DEBUG_BYTES = 12_000_000

test('the packed package installs into an empty project and answers every vector', (context) => {
  const project = mkdtempSync(join(tmpdir(), 'ratebook-'))
  context.after(() => rmSync(project, { recursive: true, force: true }))
  inFolder(root, process.execPath, 'scripts/stage.mjs')
  const packed = readdirSync(join(root, 'dist')).map((name) =>
    join(project, inFolder(join(root, 'dist', name), 'npm', 'pack', '--silent', '--pack-destination', project).trim()))
  assert.ok(packed.length >= 2, 'the package and the add-on of this platform')
  const addons = readdirSync(root).filter((name) => name.endsWith('.node'))
  const optimised = addons.every((name) => statSync(join(root, name)).size < DEBUG_BYTES)
  if (optimised) assert.ok(packed.every((file) => statSync(file).size <= MOST_BYTES), 'a package is larger than 3 MB')

  writeFileSync(join(project, 'package.json'), '{"name": "empty", "private": true}')
  inFolder(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', ...packed)
  const installed = createRequire(join(project, 'program.js'))
  assert.ok(installed.resolve('ratebook').startsWith(join(project, 'node_modules')))
  const run = runner(installed, 'ratebook')
  const all = vectors(fileURLToPath(new URL('../../tests/conformance', import.meta.url)))
  assert.ok(all.length > 0)
  all.forEach(run)
  const program = "import { RateList } from 'ratebook'; console.log(typeof RateList)"
  assert.equal(inFolder(project, process.execPath, '--input-type=module', '--eval', program).trim(), 'function')
})

test('without its add-on the package names the platform and the way out', () => {
  const { load } = require('../lib/load.js')
  assert.throws(() => load('sunos', 'sparc'), { code: 'ERR_RATEBOOK_ADDON', message: /no ready-made add-on for sunos sparc.*Build one/ })
  const other = process.platform === 'darwin' ? ['win32', 'x64'] : ['darwin', 'arm64']
  assert.throws(() => load(...other), {
    code: 'ERR_RATEBOOK_ADDON',
    message: /add-on for \w+ \w+ is not installed: ratebook-[\w-]+ is missing.*npm install --include=optional/s,
  })
})

test('the platforms that are published are those that are looked for', () => {
  const published = JSON.parse(readFileSync(join(root, 'dist/ratebook/package.json'), 'utf8')).optionalDependencies
  const looked = readFileSync(join(root, 'lib/load.js'), 'utf8').matchAll(/'((?:linux|darwin|win32)-[\w-]+)'/g)
  assert.deepEqual(Object.keys(published).sort(), Array.from(looked, ([, name]) => `ratebook-${name}`).sort())
})
