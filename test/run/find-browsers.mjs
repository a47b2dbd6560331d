import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the path of a Chromium, null if there is none. */
export function findChromium() {
  const paths = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return first(process.env.CHROMIUM_PATH, paths)
}

/** Returns the path of a Firefox, null if there is none. */
export function findFirefox() {
  const paths = [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]
  return first(process.env.FIREFOX_PATH, paths)
}

/** Reports whether there is a MiniBrowser, and what it needs to run unseen. */
export function findWebkit() {
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']
  const folders = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync).flatMap((library) => [
    library,
    ...readdirSync(library)
      .filter((name) => name.includes('-linux-gnu'))
      .map((name) => join(library, name)),
  ])
  const paths = versions.flatMap((version) => folders.map((folder) => join(folder, version, 'MiniBrowser')))
  const found = first(process.env.MINIBROWSER_PATH, paths) !== null
  return found && ['/usr/bin/Xvfb', '/usr/bin/script'].every(existsSync)
}

const first = (named, paths) =>
  [named, ...paths].find((path) => path !== undefined && existsSync(path)) ?? null
