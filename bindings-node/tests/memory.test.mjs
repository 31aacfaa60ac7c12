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
