// Installs the packed packages into an empty project and runs every conformance vector there.
//
//   node scripts/try.mjs <folder with packed packages> <platform>
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { runner, vectors } from '../tests/conformance.mjs'

const [folder, platform] = process.argv.slice(2)
const packed = readdirSync(folder)
  .filter((name) => /^ratebook-\d/.test(name) || name.startsWith(`ratebook-${platform}-`))
  .map((name) => resolve(folder, name))
if (packed.length !== 2) throw new Error(`${folder} holds no package with its add-on for ${platform}`)

const project = mkdtempSync(join(tmpdir(), 'ratebook-'))
try {
  writeFileSync(join(project, 'package.json'), '{"name": "empty", "private": true}')
  const words = ['install', '--offline', '--no-audit', '--no-fund', ...packed]
  execFileSync('npm', words, { cwd: project, stdio: 'inherit', shell: process.platform === 'win32' })
  const run = runner(createRequire(join(project, 'program.js')), 'ratebook')
  const all = vectors(fileURLToPath(new URL('../../tests/conformance', import.meta.url)))
  if (all.length === 0) throw new Error('there are no vectors')
  all.forEach(run)
  console.log(`${platform}: ${all.length} vectors`)
} finally {
  rmSync(project, { recursive: true, force: true })
}
