import { expect, it, test } from 'vitest'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'
import { sourceOf, sources, withoutComments } from '../sources.ts'

test('markdown takes a value with a hundred thousand backticks', async () => {
  const value = 'a`'.repeat(150_000)
  const recording = harText([
    chromeEntry({ error: 'net::ERR_FAILED', response: { 'Access-Control-Allow-Origin': value } }),
  ])
  const { code, out } = await whycors(['--format', 'markdown', '--full', 'a.har'], { 'a.har': recording })
  expect(code).toBe(1)
  expect(out).toContain(value)
})

test('a pipe in a value is written as it is, and with a backslash in a table alone', async () => {
  const response = { 'Access-Control-Allow-Origin': 'https://a|b' }
  const recording = harText([chromeEntry({ error: 'net::ERR_FAILED', response })])
  const { out } = await whycors(['--format', 'markdown', 'a.har'], { 'a.har': recording })
  const lines = out.split('\n')
  const cells = lines.filter((line) => line.startsWith('| '))
  expect(cells.join('\n')).toContain('https://a\\|b')
  expect(lines.filter((line) => !cells.includes(line)).join('\n')).toContain('`https://a|b`')
})

test('more request headers than a call takes arguments are listed', async () => {
  const request = Object.fromEntries(Array.from({ length: 45_000 }, (_, i) => [`x-${i}`, '1']))
  const recording = harText([chromeEntry({ error: 'net::ERR_FAILED', request })])
  const { code, err } = await whycors(['explain', '--all', 'a.har'], { 'a.har': recording })
  expect([code, err]).toEqual([1, ''])
})

// An engine takes about a hundred thousand arguments; a recording may have more of anything.
it.each(sources)('%s spreads no list into arguments that a recording could make long', (file) =>
  expect(withoutComments(sourceOf(file))).not.toMatch(
    /\b(?:push|unshift|splice|Math\.(?:max|min)|fromCharCode|fromCodePoint)\([^(){}]*\.\.\./,
  ),
)
