import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['firefox-esr', 'firefox']
const onMac = ['Firefox', 'Firefox ESR', 'Firefox Developer Edition'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/firefox`,
)

/** Returns the path of a Firefox: `FIREFOX_PATH`, else the first one found on the PATH or where installers put it. */
export function findFirefox(): string {
  const fromEnvironment = process.env['FIREFOX_PATH']
  if (fromEnvironment) {
    if (existsSync(fromEnvironment)) return fromEnvironment
    throw new Error(`FIREFOX_PATH is ${fromEnvironment}, and no program is there`)
  }
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  // A distribution's "firefox" may be a script that asks questions; its ESR is asked for first.
  const onPath = names.flatMap((name) => directories.map((directory) => join(directory, name)))
  const found = [...onPath, ...onMac].find(existsSync)
  if (found === undefined) throw new Error('No Firefox found: set FIREFOX_PATH to its executable')
  return found
}
