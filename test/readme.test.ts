import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explain, fix } from '../src/index.ts'
import { allRules } from '../src/rules/index.ts'
import { whycors } from './cli/run-whycors.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README’s table of rules is the registry', () => {
  const table = /<!-- rules:begin -->\n([\s\S]*?)\n<!-- rules:end -->/.exec(readme)?.[1]
  const rows = allRules.map(({ id, means }) => `| \`${id}\` | ${means.replace(/\|/g, '\\|')} |`)
  expect(table, 'in README.md, between rules:begin and rules:end, put the expected rows').toBe(
    ['| rule | what it is about |', '|---|---|', ...rows].join('\n'),
  )
})

test('the README names the two commands', () => {
  expect(readme).toContain('npm start')
  expect(readme).toContain('npm test')
})

test('the README’s example of the library runs', async () => {
  const example = /^## Library\n[\s\S]*?```js\n([\s\S]*?)```/m.exec(readme)?.[1] ?? ''
  const body = example.replace(/^import .*\n/gm, '')
  const printed: string[] = []
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: readonly string[]
  ) => (...args: readonly unknown[]) => Promise<void>
  const sample = readFileSync(new URL('../src/cli/sample.har', import.meta.url))
  const console = { log: (...words: readonly unknown[]) => void printed.push(words.join(' ')) }
  await new AsyncFunction('explain', 'fix', 'readFile', 'console', body)(explain, fix, () => sample, console)
  expect(body.trim().split('\n').length).toBeLessThanOrEqual(5)
  expect(printed.length).toBeGreaterThan(5)
  expect(printed[0]).toMatch(/^[A-Z]+ https?:\S+: .*\.$/)
})

test('the output in the README is what the sample gives', async () => {
  const sample = readFileSync(new URL('../src/cli/sample.har', import.meta.url), 'utf8')
  const { out } = await whycors(['explain', '--sample'], { 'sample.har': sample })
  const shown = /^(\d+\. ✗ [\s\S]*?)\n```/m.exec(readme)?.[1]
  expect(shown?.split('\n').length).toBeGreaterThan(20)
  expect(
    out,
    'in README.md, put the block that begins with 9. ✗ as `whycors explain --sample` prints it now',
  ).toContain(`\n\n${shown}\n`)
})
