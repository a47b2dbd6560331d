import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { explain, fix } from '../src/index.ts'
import { whycors } from './cli/run-whycors.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('its first screen has the promise, the picture, three ways to get it and two commands', () => {
  const screen = readme.split('\n').slice(0, 22).join('\n')
  expect(screen).toMatch(
    /^# WhyCORS\n\n[\s\S]*exactly why it was blocked[\s\S]*\n!\[[^\]]+\]\(extension\/screenshots\//,
  )
  for (const way of ['**Chrome, Edge**', '**Firefox**', 'npx whycors explain']) expect(screen).toContain(way)
  for (const command of ['npm start', 'npm test']) expect(screen).toContain(command)
})

test('the first table tells how each browser exports a HAR, within 60 lines', () => {
  const lines = readme.split('\n')
  const table = lines.findIndex((line) => line.startsWith('|'))
  expect(table).toBeLessThan(60)
  const rows = lines
    .slice(table)
    .filter((_, i, all) => all.slice(0, i + 1).every((one) => one.startsWith('|')))
  for (const browser of ['Chrome', 'Firefox', 'Safari'])
    expect(rows.join('\n')).toMatch(new RegExp(`^\\| .*${browser}`, 'm'))
})

test('the example for CI is five lines of YAML that run the command line', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(example.trim().split('\n')).toHaveLength(5)
  const [step] = parse(example) as readonly { readonly run: string }[]
  expect(step?.run).toMatch(/^npx whycors explain \S+ --format sarif/)
})

test('the README links only to files that are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path)
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
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
  const [, list, block] = /^( 1 {2}✗ [\s\S]*?)\n\n(\d+\. ✗ [\s\S]*?)\n```/m.exec(readme) ?? []
  for (const shown of [list, block]) {
    expect(shown?.split('\n').length).toBeGreaterThan(10)
    const message = 'in README.md, put the list and block 9 as `whycors explain --sample` prints them now'
    expect(out, message).toContain(`\n\n${shown}\n`)
  }
})
