import { expect, test } from 'vitest'
import { CUT } from '../../src/internal.ts'
import { callStackOf } from '../../src/panel/detail/why/call-stack.ts'
import { boundedEntry } from '../../src/panel/state/bounded-entry.ts'
import { withRequiredFields } from '../../src/panel/state/with-required-fields.ts'

const repeated = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i))

const stack = (parents: number): object => ({
  callFrames: repeated(500, (i) => ({ functionName: `f${i}`, url: 'https://app.test/a.js', lineNumber: i })),
  ...(parents === 0 ? {} : { parent: stack(parents - 1) }),
})

const large = {
  _initiator: { type: 'script', stack: stack(20) },
  _webSocketMessages: repeated(1000, () => ({ data: 'x'.repeat(1000) })),
  startedDateTime: '2026-01-01T00:00:00.000Z',
  cache: { beforeRequest: 'x'.repeat(10_000) },
  request: {
    method: 'POST',
    url: 'https://api.test/items?a=1',
    headers: [{ name: 'Origin', value: 'https://app.test' }],
    queryString: repeated(1000, () => ({ name: 'a', value: '1' })),
    cookies: repeated(1000, (i) => ({ name: `c${i}`, value: 'v', path: '/', domain: 'x'.repeat(100) })),
    postData: { mimeType: 'text/plain', text: 'p'.repeat(1_000_000), params: repeated(1000, () => ({})) },
  },
  response: {
    status: 200,
    headers: [],
    cookies: repeated(1000, () => ({ name: 'a', value: 'x'.repeat(100) })),
    content: { size: 5, mimeType: 'text/html', text: 'b'.repeat(1_000_000), encoding: 'base64' },
  },
}

test('an entry is bounded, whatever was sent with it', () => {
  const bounded = boundedEntry(large)
  expect(JSON.stringify(bounded).length).toBeLessThan(30_000)
  expect(bounded).toMatchObject({
    startedDateTime: large.startedDateTime,
    request: { method: 'POST', url: large.request.url, headers: large.request.headers },
    response: { status: 200, content: { size: 5, mimeType: 'text/html' } },
  })
})

test('what is read of it later stays: where it was called from, which cookies, how its body begins', () => {
  const bounded = boundedEntry(large) as typeof large
  expect(callStackOf(bounded).slice(0, 20)).toEqual(callStackOf(large).slice(0, 20))
  expect(bounded.request.cookies[0]).toEqual({ name: 'c0', value: 'v' })
  expect(bounded.request.postData.text.startsWith('ppp')).toBe(true)
  expect(bounded.request.postData.text.endsWith(CUT)).toBe(true)
})

test('bounded twice it is the same, and saved it has what HAR requires', () => {
  const bounded = boundedEntry(large)
  expect(boundedEntry(bounded)).toEqual(bounded)
  expect(withRequiredFields(bounded)).toMatchObject({
    cache: {},
    request: { queryString: [{ name: 'a', value: '1' }] },
    response: { cookies: [] },
  })
})

test.each([
  [null],
  [7],
  ['x'],
  [{}],
  [{ request: 7, response: null, _initiator: 'x' }],
  [{ response: { content: 1 } }],
])('what is no entry is left as it is: %j', (entry) =>
  expect(boundedEntry(entry)).toEqual(typeof entry === 'object' ? entry : null),
)
