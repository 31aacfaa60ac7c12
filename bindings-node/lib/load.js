'use strict'

/** The platforms for which there is a ready-made add-on, each with the packages that may hold it. */
const PLATFORMS = {
  'linux x64': ['linux-x64-gnu', 'linux-x64-musl'],
  'linux arm64': ['linux-arm64-gnu', 'linux-arm64-musl'],
  'darwin x64': ['darwin-x64'],
  'darwin arm64': ['darwin-arm64'],
  'win32 x64': ['win32-x64-msvc'],
  'win32 arm64': ['win32-arm64-msvc'],
}

/** The add-on of this platform: one built here, or the one that npm installed. */
function load(platform = process.platform, arch = process.arch) {
  const names = PLATFORMS[`${platform} ${arch}`]
  if (!names) {
    const known = Object.keys(PLATFORMS).join(', ')
    throw unloadable(
      `ratebook has no ready-made add-on for ${platform} ${arch}, only for ${known}. ` +
        'Build one: clone the repository, install Rust and run `npm run build` in bindings-node.',
    )
  }
  const causes = []
  for (const place of names.flatMap((name) => [`../ratebook.${name}.node`, `ratebook-${name}`])) {
    try {
      return require(place)
    } catch (cause) {
      causes.push(cause)
    }
  }
  const broken = causes.find((cause) => cause.code !== 'MODULE_NOT_FOUND')
  const packages = names.map((name) => `ratebook-${name}`).join(' or ')
  if (broken) {
    throw unloadable(
      `ratebook's add-on for ${platform} ${arch} is installed but cannot be loaded: ${broken.message}. ` +
        `Install ${packages} again in the version of ratebook itself, on the system that runs it.`,
      causes,
    )
  }
  throw unloadable(
    `ratebook's add-on for ${platform} ${arch} is not installed: ${packages} is missing. ` +
      'Run `npm install --include=optional ratebook` on this system; if node_modules came from another system, ' +
      'or the lock file knows only that one, delete both and install again.',
    causes,
  )
}

function unloadable(message, causes) {
  return Object.assign(new Error(message, { cause: causes?.[0] }), { code: 'ERR_RATEBOOK_ADDON', causes })
}

module.exports = { load }
