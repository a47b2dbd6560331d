import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { npmBinary } from '../fix/servers/start/npm-binary.ts'
import { usedHere } from './used-here.ts'

const har = readFileSync('test/recordings/chromium-devtools.har', 'utf8')
const cwd = inject('project')
const env = { ...process.env, DENO_DIR: join(cwd, '.deno'), NO_COLOR: '1' }
const ofDeno = ['--cached-only', '--no-lock', '--node-modules-dir=manual']

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { cwd, env, encoding: 'utf8', input: har })

test('the package does the same in Deno as here', async () =>
  expect(JSON.parse(run(npmBinary('deno'), 'run', ...ofDeno, 'use.mjs'))).toEqual(await usedHere(har)))

test('the package does the same in Bun as here', async () =>
  expect(JSON.parse(run(npmBinary('bun'), 'run', 'use.mjs'))).toEqual(await usedHere(har)))

test('its types serve Deno', () => {
  const options = { cwd, env, encoding: 'utf8' } as const
  const { status, stderr } = spawnSync(npmBinary('deno'), ['check', ...ofDeno, 'types.ts'], options)
  expect(stderr).not.toMatch(/error/i)
  expect(status).toBe(0)
})
