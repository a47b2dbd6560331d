import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { KEYS } from '../../src/checks/row-of.ts'
import { rowsIn } from '../../src/checks/rows-in.ts'
import { tools } from '../../src/cli/mcp/tools.ts'
import { whycors } from './run-whycors.ts'

const skill = readFileSync('docs/SKILL.md', 'utf8')
const ci = readFileSync('docs/ci.md', 'utf8')
const lists = readFileSync('docs/checks.md', 'utf8')
const sample = readFileSync('src/cli/sample.har', 'utf8')
const files = {
  ...Object.fromEntries(
    ['shop', 'before', 'after', 'e2e', 'main', 'branch'].map((name) => [`${name}.har`, sample]),
  ),
  'checks.yaml': /```yaml\n([\s\S]*?)```/.exec(lists)?.[1] ?? '',
}

const commands = [skill, ci, lists].flatMap((page) =>
  [...page.matchAll(/^(?:whycors|.*run: npx whycors) (.+)$/gm)].map(([, line = '']) =>
    line.replace(/ >>? .*/, ''),
  ),
)

test('there are commands', () => expect(commands.length).toBeGreaterThan(7))

test.each(commands)('whycors %s works', async (line) => {
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = '']) => quoted ?? word)
  const { code, out } = await whycors(args, files)
  expect(code).not.toBe(2)
  expect(out).not.toBe('')
})

test('the skill says what it is for, and names fields and tools that exist', async () => {
  const head = parse(/^---\n([\s\S]*?)\n---\n/.exec(skill)?.[1] ?? '') as Record<string, string>
  expect(Object.keys(head)).toEqual(['name', 'description'])
  expect(head['description']?.length).toBeLessThanOrEqual(1024)
  const { out } = await whycors(['explain', '--brief', '--format', 'json', 'shop.har'], files)
  const [problem] = JSON.parse(out).problems
  const named = /`problems` has one[^:]*: ([\s\S]*?)\.\n/.exec(skill)?.[1] ?? ''
  for (const [, field = ''] of named.matchAll(/`(\w+)`/g))
    expect({ ...problem, ...problem.rootCause }).toHaveProperty(field)
  for (const { name } of tools) expect(skill).toContain(`\`${name}\``)
  const compared = await whycors(['diff', 'before.har', 'after.har', '--format', 'json'], files)
  for (const list of ['fixed', 'broken', 'stillBlocked', 'appeared', 'gone'])
    expect(JSON.parse(compared.out)).toHaveProperty(list)
})

test.each([
  ['docs/checks.md', lists],
  ['docs/SKILL.md', skill],
])('the lists of checks in %s are read', (_, page) => {
  const blocks = [...page.matchAll(/```yaml\n(- url[\s\S]*?|# [\s\S]*?)```/g)].map(([, list = '']) => list)
  expect(blocks.length).toBeGreaterThan(0)
  for (const list of blocks) expect(rowsIn(list, { origin: null, engine: null }).length).toBeGreaterThan(1)
})

test('docs/checks.md names every key of a check', () => {
  for (const key of KEYS) expect(lists).toContain(`| \`${key}\` |`)
})
