import { afterEach, expect, it, vi } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { memoryOf } from '../../src/redact/memory-of.ts'
import { redactionFor } from '../../src/redact/redaction-for.ts'
import { chromeEntry, harText } from '../make-har.ts'

afterEach(() => vi.restoreAllMocks())

const VALUE = `${'https://a.example, '.repeat(120_000)}https://b.example`

/** Returns how many URLs `action` looks through for secrets. */
function urlsIn(action: () => unknown): number {
  const split = vi.spyOn(String.prototype, 'includes')
  action()
  const count = split.mock.calls.filter(([sought]) => sought === '@').length
  split.mockRestore()
  return count
}

it('a list of millions of characters is looked through once, however often it is shown', () => {
  const har = harText([chromeEntry({ response: { 'Access-Control-Allow-Origin': VALUE } })])
  const [entry] = readHarText(har, 0, 'a.har').entries
  if (entry === undefined) throw new Error('no entry')
  const redaction = redactionFor(false)
  expect(urlsIn(() => redaction.note(entry))).toBeGreaterThan(120_000)
  const line = `Access-Control-Allow-Origin: ${VALUE}`
  for (let time = 0; time < 3; time++) {
    expect(urlsIn(() => redaction.header('Access-Control-Allow-Origin', VALUE, 'response'))).toBe(0)
    expect(urlsIn(() => redaction.value(line))).toBe(0)
  }
  expect(redaction.value(line)).toBe(line)
})

it('what is learned later is masked in a long value too', () => {
  const redaction = redactionFor(false)
  const entries = (request: Record<string, string>) =>
    readHarText(
      harText([chromeEntry({ request, response: { 'X-Echo': `${'a '.repeat(50_000)}hunter2-summer` } })]),
      0,
      'a.har',
    ).entries
  const [first, second] = [...entries({}), ...entries({ Authorization: 'Bearer hunter2-summer' })]
  if (first === undefined || second === undefined) throw new Error('no entries')
  redaction.note(first)
  const [echo] = first.response.headers
  expect(redaction.header('X-Echo', echo?.value ?? '', 'response')).toMatch(/hunter2-summer$/)
  redaction.note(second)
  expect(redaction.header('X-Echo', echo?.value ?? '', 'response')).toMatch(/ •••$/)
})

it('a memory forgets what was set before it is full, and never what was set last', () => {
  const memory = memoryOf(10)
  memory.set('a', 'one', '1')
  memory.set('b', 'two', '2')
  expect([memory.get('a', 'one'), memory.get('b', 'two'), memory.get('b', 'one')]).toEqual([
    '1',
    '2',
    undefined,
  ])
  memory.set('a', 'a value that is longer', 'shown')
  expect([memory.get('a', 'one'), memory.get('a', 'a value that is longer')]).toEqual([undefined, 'shown'])
})
