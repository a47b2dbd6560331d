import { expect, test } from 'vitest'
import { callingShell } from '../../src/cli/calling-shell.ts'
import { platformShell } from '../../src/panel/parts/use-shell.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'

test.each([
  ['win32', { PROMPT: '$P$G' }, 'cmd'],
  ['win32', { PSModulePath: 'C:\\x' }, 'powershell'],
  ['win32', { SHELL: '/usr/bin/bash', PROMPT: '$P$G' }, 'bash'],
  ['linux', { PROMPT: '$' }, 'bash'],
  ['darwin', {}, 'bash'],
] as const)('called on %s with %j, commands are for %s', (platform, env, shell) =>
  expect(callingShell(platform, env)).toBe(shell),
)

test('a browser on Windows prefers PowerShell, others a POSIX shell', () => {
  expect(platformShell('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('powershell')
  expect(platformShell('Mozilla/5.0 (X11; Linux x86_64)')).toBe('bash')
})

const har = harText([chromeEntry({ error: 'net::ERR_FAILED', url: "https://api.test/it's&calc&?%PATH%" })])

test.each([
  ['bash', 'Check (bash):', `'https://api.test/it'\\''s&calc&?%PATH%'`],
  ['cmd', 'Check (cmd):', `^"https://api.test/it's^&calc^&?^%^PATH^%^"`],
  ['powershell', 'Check (PowerShell):', `'https://api.test/it''s&calc&?%PATH%'`],
])('the checks of fix are labelled and written for %s', async (shell, label, url) => {
  const { err } = await whycors(['fix', 'a.har', '--for', 'express', '--shell', shell], { 'a.har': har })
  expect(err).toContain(label)
  expect(err).toContain(url)
})

test('another shell is refused by name', async () => {
  const { code, err } = await whycors(['fix', 'a.har', '--shell', 'fish'], { 'a.har': har })
  expect([code, err]).toEqual([2, expect.stringContaining('--shell must be one of bash, cmd, powershell')])
})

test('there is no command for what is not HTTP', async () => {
  const file = harText([chromeEntry({ error: 'net::ERR_FAILED', url: 'gopher://api.test/_x' })])
  const { err, out } = await whycors(['fix', 'a.har', '--for', 'express'], { 'a.har': file })
  expect(err + out).not.toContain('curl')
})
