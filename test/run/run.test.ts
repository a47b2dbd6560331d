import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

interface Need {
  readonly packages: readonly string[]
  readonly probe: readonly string[]
  readonly tests: readonly string[]
}
const needs = JSON.parse(readFileSync('test/fix/servers/needs.json', 'utf8')) as readonly Need[]

/** Runs test/run.mjs on a machine that lacks some programs and files, without running any test. */
function runWithout(absent: readonly string[], CI = '') {
  const env = { ...process.env, CI, ABSENT: JSON.stringify(absent), MINIBROWSER_PATH: '/MiniBrowser' }
  const args = ['--import', './test/run/machine.mjs', 'test/run.mjs']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  expect(stderr).toBe('')
  return { status, out: stdout, last: stdout.trimEnd().split('\n').at(-1) }
}
const CHROMIUM = ['/chromium', '/google-chrome', 'Google Chrome', 'Chromium.app']

test('with all that it needs, npm test runs everything', () => {
  const { status, out, last } = runWithout([])
  expect([status, last]).toEqual([0, '65 passed, 0 failed'])
  const [, report = ''] = /--outputFile=(\S+)/.exec(out) ?? []
  expect(report).toContain('units')
  expect(existsSync(dirname(report))).toBe(false)
  expect(out).not.toContain('did not run')
  expect(out).not.toContain('--exclude')
})

test('without a browser, npm test skips what needs it, and says how to get it', () => {
  const { status, out, last } = runWithout(CHROMIUM)
  expect(status).toBe(0)
  expect(last).toMatch(/^\d+ passed, 0 failed, 2 skipped$/)
  expect(out).toContain('real servers did not run: install chromium, or set CHROMIUM_PATH\n')
  expect(out).toContain('--exclude=test/package/browser.test.ts')
  expect(out).not.toContain('--project chromium')
})

test.each(['true', '1'])('in CI (%s) the same counts as failed', (ci) => {
  const { status, out, last } = runWithout(CHROMIUM, ci)
  expect(status).toBe(1)
  expect(last).toMatch(/^\d+ passed, 1 failed$/)
  expect(out).not.toContain('--exclude')
})

test('without a server, its tests are left out, but not in CI', () => {
  const { status, out, last } = runWithout(['caddy'])
  expect([status, last]).toEqual([0, '64 passed, 0 failed, 1 skipped'])
  expect(out).toContain(
    'servers/caddy.test.ts, servers/quoting/caddy.test.ts, test/projects/caddy-site.test.ts did not run: install caddy\n',
  )
  const [left] = /vitest run --config vitest\.servers.*/.exec(out) ?? ['']
  expect(left.match(/--exclude=\S+/g)).toEqual([
    '--exclude=test/fix/servers/caddy.test.ts',
    '--exclude=test/fix/servers/quoting/caddy.test.ts',
    '--exclude=test/projects/caddy-site.test.ts',
  ])
  expect(runWithout(['caddy'], 'true').last).toBe('65 passed, 0 failed')
})

test('without the JavaScript servers, the others do not run either', () => {
  const { out, last } = runWithout(['.package-lock.json', '--prefix'])
  expect(last).toMatch(/, 2 skipped$/)
  expect(out).toContain('snippets on real servers did not run: npm ci --prefix test/fix/servers\n')
  expect(out).toContain('--exclude=test/package/other-runtimes.test.ts')
})

test('every test that needs a program of the system says so in needs.json', () => {
  const listed = needs.flatMap(({ tests }) => tests)
  expect(listed.filter((file) => !existsSync(file))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
  const folders = ['servers', 'servers/quoting', 'servers/settings', 'servers/dev', 'syntax', 'proxies'].map(
    (folder) => `test/fix/${folder}`,
  )
  const files = [...folders, 'test/projects', 'test/audit/servers'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((file) => needsSystem(file)).sort()).toEqual(listed.toSorted())
})

/** Reports whether a file, or one that it imports, fails with what to install. */
function needsSystem(file: string): boolean {
  const source = readFileSync(file, 'utf8')
  if (/\binstalled\(\s*\[/.test(source)) return true
  const imports = [...source.matchAll(/ from '(\.[^']+)'/g)].map(([, path]) => join(file, '..', path ?? ''))
  return imports
    .filter((path) => path.startsWith('test') && existsSync(path))
    .some((path) => needsSystem(path))
}
