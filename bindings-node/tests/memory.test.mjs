import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import test from 'node:test'

const program = `
  import { setImmediate } from 'node:timers/promises'
  import { RateList } from '${new URL('../index.mjs', import.meta.url)}'
  import { familyList } from '${new URL('./family-stay.mjs', import.meta.url)}'
  const rounds = async (count) => {
    for (let round = 0; round < count; round++) {
      for (let list = 0; list < 20; list++) new RateList(familyList)
      globalThis.gc()
      await setImmediate()
    }
    return process.memoryUsage().rss
  }
  const before = await rounds(5)
  console.log(await rounds(20) - before)
`

test('a definition is freed with the object that held it', () => {
  const grown = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', program], { encoding: 'utf8' })
  assert.ok(Number(grown) < 3_000_000, `400 lists left ${grown.trim()} bytes behind`)
})

const reloading = `
  import { createRequire } from 'node:module'
  import { setImmediate } from 'node:timers/promises'
  for (let round = 0; round < 100; round++) {
    // A require of its own: each keeps what it has loaded.
    const require = createRequire(${JSON.stringify(import.meta.url)})
    for (const path of Object.keys(require.cache)) if (!path.endsWith('.node')) delete require.cache[path]
    const { engine } = require('../index.js')
    engine.codes({ family: 'time' })
    globalThis.gc()
    await setImmediate()
  }
  globalThis.gc()
  await setImmediate()
  console.log(process.memoryUsage().arrayBuffers)
`

test('a package that is loaded again lets go of its memory', () => {
  const left = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', reloading], { encoding: 'utf8' })
  assert.ok(Number(left) < 20_000_000, `100 copies of the package left ${left.trim()} bytes behind`)
})
