import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const installed = join(inject('project'), 'node_modules/whycors')
/** Whatever is written to it doesn't fit. */
const FULL = '/dev/full'

test
  .skipIf(!existsSync(FULL))
  .each([
    [['explain', '--sample']],
    [['explain', '--sample', '--format', 'json']],
    [['fix', '--sample', '--for', 'nginx']],
    [['--help']],
  ])('%j onto a full disk is one line and exit code 2', (args) => {
  const { status, stderr } = spawnSync(process.execPath, [join(installed, 'dist/cli.js'), ...args], {
    stdio: ['ignore', openSync(FULL, 'w'), 'pipe'],
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^whycors: can't write to standard output: ENOSPC: .+\n$/m)
  expect(stderr).not.toMatch(/^ {4}at |Warning/m)
})

test('an incomplete installation is one line and exit code 2', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whycors-incomplete-'))
  try {
    cpSync(installed, folder, { recursive: true })
    rmSync(join(folder, 'dist/cli/explain.cjs'))
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'dist/cli.js'), 'explain', '--sample'],
      { encoding: 'utf8' },
    )
    expect(status).toBe(2)
    expect(stderr).toMatch(/^whycors: this is a bug in WhyCORS, please report it: [^\n]+\n$/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
