import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'

const servers = 'test/fix/servers'

/** Installs Debian packages where that needs no question: as root on a Debian system. */
export function install(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`── installing ${packages.join(' ')}`)
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const stdio = ['ignore', 'ignore', 'inherit']
    execFileSync('apt-get', ['update', '-qq'], { stdio, env })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio, env })
  } catch (error) {
    console.error(String(error))
  }
}

/** Returns what `find` finds, after an attempt to install it if it finds nothing. */
export function provided(find, ...packages) {
  const found = find()
  if (found) return found
  install(...packages)
  return find()
}

/**
 * Returns those of needs.json that this system doesn't have, after an attempt to install them. Each says what shows
 * that it's there, the Debian packages that bring it, and the tests that can't run without.
 */
export function absentServers() {
  const needs = JSON.parse(readFileSync(`${servers}/needs.json`, 'utf8'))
  const absent = () => needs.filter(({ probe: [program, ...args] }) => spawnSync(program, args).status !== 0)
  const packages = new Set(absent().flatMap((need) => need.packages))
  if (packages.size > 0) install(...packages)
  return packages.size > 0 ? absent() : []
}

/** Installs the JavaScript servers into a folder of their own, and reports whether they are there. */
export function provideJavaScriptServers() {
  const installed = `${servers}/node_modules/.package-lock.json`
  if (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${servers}/package-lock.json`).mtimeMs
  )
    return true
  console.log('── installing the JavaScript servers')
  const args = ['ci', '--no-audit', '--no-fund', '--prefix', servers]
  return spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
}
