import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const libraries = ['/usr/lib', '/usr/libexec', '/usr/lib64', '/usr/local/lib', '/usr/local/libexec']
const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']

/**
 * Returns the path of MiniBrowser, the browser that WebKitGTK is tested with: `MINIBROWSER_PATH`, else where
 * distributions put it, on some of them below the name of the processor.
 */
export function findMinibrowser(): string {
  const fromEnvironment = process.env['MINIBROWSER_PATH']
  if (fromEnvironment) {
    if (existsSync(fromEnvironment)) return fromEnvironment
    throw new Error(`MINIBROWSER_PATH is ${fromEnvironment}, and no program is there`)
  }
  const directories = libraries.filter(existsSync).flatMap((library) => [
    library,
    ...readdirSync(library)
      .filter((name) => name.includes('-linux-gnu'))
      .map((name) => join(library, name)),
  ])
  const candidates = versions.flatMap((version) =>
    directories.map((directory) => join(directory, version, 'MiniBrowser')),
  )
  const found = candidates.find(existsSync)
  if (found === undefined) {
    throw new Error('No MiniBrowser of WebKitGTK found: install webkit2gtk-driver, or set MINIBROWSER_PATH')
  }
  return found
}
