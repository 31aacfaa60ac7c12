// The guides' programs in TypeScript: they pass `tsc --strict`, print what their `→` comments promise, and get the answers of
// the examples in JSON that they are made from.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

import { differences, spellings, withoutMessages } from './conformance.mjs'

const { toWire } = spellings()
const inside = (path) => fileURLToPath(new URL(path, import.meta.url))
const tsc = inside('../node_modules/typescript/bin/tsc')
const docs = inside('../../docs/')
const examples = /```json\n((?:(?!\n```)[^])*)\n```\n\n<details>[^]*?```ts\n([^]*?)```[^]*?<\/details>/g

const guides = readdirSync(docs)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(docs + file, 'utf8') }))
  .filter(({ text }) => text.includes('```ts\n'))
  .map(({ file, text }) => ({ file, examples: Array.from(text.matchAll(examples), ([, json, program]) => ({ json: JSON.parse(json), program })) }))

/** One module of all programs: each stands in the scope of those before it, sees their handles and may have names of its own. */
function whole(programs) {
  const imports = programs.flatMap(({ program }) => program.match(/^import .*$/gm) ?? [])
  const bodies = programs.map(({ program, after }) => `{\n${program.replace(/^import .*$/gm, '')}\n${after ?? ''}`)
  return `${imports.join('\n')}\n${bodies.join('')}${'}'.repeat(programs.length)}\n`
}

for (const { file, examples } of guides) {
  test(`the programs of ${file}`, (context) => {
    const folder = mkdtempSync(inside('guide-'))
    context.after(() => rmSync(folder, { recursive: true, force: true }))

    const told = examples.map(({ json, program }, place) => {
      const after = 'answer' in (json.expect ?? {}) ? 'console.log(JSON.stringify({ answer }))\n' : ''
      return { program, after: `${after}console.log('—— ${place}')\n` }
    })
    writeFileSync(`${folder}/guide.mts`, whole(told))
    const options = ['--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'nodenext', '--types', 'node']
    const checked = spawnSync(process.execPath, [tsc, ...options, `${folder}/guide.mts`], { encoding: 'utf8' })
    assert.equal(checked.status, 0, checked.stdout)
    const printed = execFileSync(process.execPath, [`${folder}/guide.mjs`], { encoding: 'utf8' }).split(/^—— \d+\n/m)
    examples.forEach(({ json, program }, place) => {
      const lines = printed[place].split('\n').slice(0, -1)
      if ('answer' in (json.expect ?? {})) {
        const faults = []
        differences(withoutMessages(json.expect.answer), toWire(JSON.parse(lines.pop()).answer), '', faults)
        assert.deepEqual(faults, [], program)
      }
      assert.deepEqual(lines, Array.from(program.matchAll(/\/\/ → (.*)/g), ([, promise]) => promise), program)
    })
  })
}
