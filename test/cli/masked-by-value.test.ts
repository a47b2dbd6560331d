import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { explain } from '../../src/library/explain.ts'

const har = readFileSync(new URL('../field/recordings/cookie-value-in-location.har', import.meta.url), 'utf8')
const SECRET = '6b1059ac-0d0f-4900-adb4-c259de81004a'

async function whycors(...args: readonly string[]): Promise<string> {
  const said: string[] = []
  await run(args, {
    read: () => new Blob([har]).stream(),
    sample: 'sample.har',
    out: (text) => void said.push(text),
    err: (text) => void said.push(text),
    color: false,
    debug: false,
    width: 80,
    listWidth: 80,
  })
  return said.join('')
}

test.each([
  ['explain', 'a.har'],
  ['explain', '--format', 'markdown', 'a.har'],
  ['explain', '--format', 'json', 'a.har'],
  ['explain', '--format', 'sarif', 'a.har'],
  ['fix', '--for', 'express', 'a.har'],
  ['fix', '--proxy', 'vite', 'a.har'],
])('a cookie’s value is masked in Location and URLs too: %s %s %s', async (...args) => {
  const said = await whycors(...args)
  expect(said).not.toContain(SECRET)
  expect(said.length).toBeGreaterThan(100)
})

test('and shown where somebody asks for it', async () => {
  expect(await whycors('explain', '--show-secrets', 'a.har')).toContain(SECRET)
  expect(JSON.stringify(await explain(har, { showSecrets: true }))).toContain(SECRET)
  expect(JSON.stringify(await explain(har))).not.toContain(SECRET)
})
