import { describe, expect, it } from 'vitest'
import { type Diagnosis, explanationOf, plain, whatHappened, whoMustAct } from '../../src/internal.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed } from '../panel/panel-diagnoses.ts'

const first = (...entries: readonly object[]) => explanationOf(diagnosed(entries).diagnoses[0] as Diagnosis)
const words = (text: Parameters<typeof plain>[0] | null): string | null =>
  text === null ? null : plain(text, (value) => value)

const blocked = { error: 'net::ERR_FAILED' }
const put = [
  chromeEntry({ method: 'PUT', status: 0, ...blocked }),
  chromePreflight({ method: 'PUT', status: 404 }),
]

describe('what happened', () => {
  it.each([
    ['a preflight stopped it', put, 'The browser stopped after the preflight; the `PUT` was never sent.'],
    [
      'the response is kept from the page',
      [chromeEntry(blocked)],
      'The server handled the request; the browser hid the response from the page.',
    ],
    [
      'the response is an error',
      [chromeEntry({ status: 502, ...blocked })],
      "The server responded with 502; the page can't read that response, nor its status.",
    ],
    ['nothing failed', [chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })], null],
  ])('%s', (_, entries, said) => expect(words(whatHappened(first(...entries)))).toBe(said))
})

describe('who must act', () => {
  it.each([
    [
      'nobody, if nothing is blocked',
      [chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })],
      null,
    ],
    ['the server, if nothing shows more', [chromeEntry(blocked)], 'The server at `api.test`'],
    [
      'the page, if no server can help',
      [chromeEntry({ page: 'null', request: { Origin: 'null' }, ...blocked })],
      "The page's code",
    ],
    [
      'whatever made the blocked response',
      [
        chromeEntry({
          status: 502,
          ...blocked,
          response: { Server: 'nginx/1.24.0', 'Content-Type': 'text/html', 'Content-Length': '157' },
        }),
      ],
      'The proxy at `api.test` (nginx)',
    ],
  ])('is %s', (_, entries, said) => {
    expect(words(whoMustAct(first(...entries).plan))).toBe(said)
  })
})
