// Lays out what is published: `dist/ratebook` with the JavaScript, and a package per platform with its add-on.
//
//   node scripts/stage.mjs [folder with add-ons …]
//
// Every `ratebook.<platform>.node` in the folders (this package's own when none is named) becomes a package. The
// platform packages go out first, then `dist/ratebook`, which names them all as optional.
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { name, version, license, repository, engines } = manifest

/** Each platform: what npm is to match before it installs the package. */
const PLATFORMS = {
  'linux-x64-gnu': { os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
  'linux-x64-musl': { os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'linux-arm64-gnu': { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] },
  'linux-arm64-musl': { os: ['linux'], cpu: ['arm64'], libc: ['musl'] },
  'darwin-x64': { os: ['darwin'], cpu: ['x64'] },
  'darwin-arm64': { os: ['darwin'], cpu: ['arm64'] },
  'win32-x64-msvc': { os: ['win32'], cpu: ['x64'] },
  'win32-arm64-msvc': { os: ['win32'], cpu: ['arm64'] },
}

function write(folder, content, files) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(content, null, 2)}\n`)
  for (const licence of ['LICENSE-APACHE', 'LICENSE-MIT']) copyFileSync(join(root, '..', licence), join(folder, licence))
  for (const [from, to] of files) cpSync(from, join(folder, to), { recursive: true })
}

function stagePlatform(addon) {
  const platform = addon.match(/ratebook\.([^/\\]+)\.node$/)?.[1]
  const matches = PLATFORMS[platform]
  if (!matches) throw new Error(`${addon}: no platform is called ${platform}`)
  const file = `ratebook.${platform}.node`
  const description = `The add-on of ratebook for ${platform}`
  const content = { name: `${name}-${platform}`, version, description, license, repository, engines, ...matches }
  write(join(dist, `${name}-${platform}`), { ...content, main: file, files: [file] }, [[addon, file]])
}

function stagePackage() {
  const { scripts, devDependencies, napi, ...kept } = manifest
  const platforms = Object.keys(PLATFORMS).map((platform) => [`${name}-${platform}`, version])
  const files = [...manifest.files, 'README.md'].map((file) => [join(root, file), file])
  write(join(dist, name), { ...kept, optionalDependencies: Object.fromEntries(platforms) }, files)
}

rmSync(dist, { recursive: true, force: true })
const folders = process.argv.length > 2 ? process.argv.slice(2) : [root]
for (const folder of folders) {
  for (const file of readdirSync(folder)) if (file.endsWith('.node')) stagePlatform(join(folder, file))
}
stagePackage()
console.log(readdirSync(dist).join('\n'))
