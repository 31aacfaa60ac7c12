// The programs that people read first: those of the README, and the examples.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import test from 'node:test'

const inside = (path) => fileURLToPath(new URL(path, import.meta.url))

test('every program of the README runs', (context) => {
  const programs = Array.from(readFileSync(inside('../README.md'), 'utf8').matchAll(/^```js\n([^]*?)^```$/gm), ([, program]) => program)
  assert.equal(programs.length, 6)
  const file = inside('readme-program.mjs')
  context.after(() => rmSync(file, { force: true }))
  const told = programs.map((program) => {
    writeFileSync(file, program)
    return execFileSync(process.execPath, [file], { encoding: 'utf8' })
  })
  assert.match(told[0], /^396\.00 EUR/)
  assert.match(told[1], /^\[\s*'14:00\+01:00',/)
  assert.match(told[2], /^confirmed \[ 'send_email' \]\nflow\.illegal \[/)
  assert.match(told[3], /^false rates:write QT-2612-0001\ntenancy\.wrong_tenant/)
  assert.match(told[4], /^rates\.blackout .*2026-12-24/)
  assert.match(told[5], /^360\.00 true \[ 'unrecognized_keys' \]/)
})

/** Starts a service, hands its address to `use`, and ends it. */
async function service(command, use) {
  const running = spawn(process.execPath, command, { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const address = await new Promise((resolve, reject) => {
      let text = ''
      running.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)))
      running.stdout.on('data', (part) => {
        text += part
        const found = text.match(/http:\/\/\S+/)
        if (found) resolve(found[0])
      })
    })
    await use(address)
  } finally {
    running.kill()
  }
}

async function asked(address) {
  const post = (body) => fetch(`${address}/prices`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const stay = { checkIn: '2026-12-18', checkOut: '2026-12-21', adults: 2 }
  const priced = await post(stay)
  assert.equal(priced.status, 200)
  assert.equal((await priced.json()).total, '396.00')
  const refused = await post({ ...stay, checkIn: '2026-12-23', checkOut: '2026-12-27' })
  assert.equal(refused.status, 409)
  assert.equal(refused.headers.get('content-type').split(';')[0], 'application/problem+json')
  assert.equal((await refused.json()).code, 'rates.blackout')
  const malformed = await post({ ...stay, adults: 'two' })
  assert.deepEqual([malformed.status, (await malformed.json()).path], [422, '/adults'])
}

test('the Express service', () => service([inside('../examples/express/service.mjs')], asked))

test('the Nest service', async (context) => {
  const folder = inside('../examples/nest/')
  context.after(() => rmSync(`${folder}built`, { recursive: true, force: true }))
  execFileSync(process.execPath, [inside('../node_modules/typescript/bin/tsc'), '--project', `${folder}tsconfig.json`, '--noEmit', 'false', '--outDir', `${folder}built`])
  await service([`${folder}built/service.js`], asked)
})
