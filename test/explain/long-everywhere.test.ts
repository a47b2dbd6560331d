import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { diagnose } from '../../src/internal.ts'
import { showAs } from '../../src/panel/parts/redaction.ts'
import { markdownOf } from '../../src/panel/state/exports.ts'
import { redacting } from '../../src/redact/redact-text.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'
import { panelText } from './panel-text.ts'

const LONG = 'a1-'.repeat(20_000)
const list = (count: number, name: string): string =>
  Array.from({ length: count }, (_, i) => `${name}${i}`).join(', ')

const stopped = { status: 0, error: 'net::ERR_FAILED' } as const
const blocked = { error: 'net::ERR_FAILED' } as const
const allowed = { 'Access-Control-Allow-Origin': 'https://app.example' }

const preflighted = (response: Record<string, string>, asks = 'x-a', method = 'PUT'): string =>
  harText([
    chromePreflight({ method, asks, response }),
    chromeEntry({ method, ...stopped, request: { 'x-a': '1' } }),
  ])

const answered = (response: Record<string, string | string[]>, more: object = {}): string =>
  harText([chromeEntry({ ...blocked, response, ...more })])

/** Recordings that have something very long, or very many of something, in one place. */
const RECORDINGS: Readonly<Record<string, string>> = {
  'an allowed origin': answered({ 'Access-Control-Allow-Origin': LONG }),
  'an allowed origin that is a URL': answered({ 'Access-Control-Allow-Origin': `https://${LONG}.test` }),
  'many allowed origins': answered({
    'Access-Control-Allow-Origin': Array.from({ length: 5000 }, (_, i) => `https://a${i}.test`),
  }),
  'allowed credentials': answered(
    { ...allowed, 'Access-Control-Allow-Credentials': LONG },
    { credentials: 'include' },
  ),
  'allowed methods': preflighted({ ...allowed, 'Access-Control-Allow-Methods': list(8000, 'M') }),
  'allowed headers': preflighted({ ...allowed, 'Access-Control-Allow-Headers': list(8000, 'x-name-') }),
  'an allowed header': preflighted({ ...allowed, 'Access-Control-Allow-Headers': LONG }),
  'a max-age': preflighted({ ...allowed, 'Access-Control-Max-Age': '9'.repeat(60_000) }),
  'names asked for': preflighted(allowed, list(4000, 'x-name-')),
  'names asked for that all but one are allowed': preflighted(
    { ...allowed, 'Access-Control-Allow-Headers': list(3999, 'x-name-') },
    list(4000, 'x-name-'),
  ),
  'a path': harText([chromeEntry({ url: `https://api.test/${LONG}`, ...blocked })]),
  'a query': harText([chromeEntry({ url: `https://api.test/a?q=${LONG}`, ...blocked })]),
  'a location': answered({ ...allowed, Location: `https://b.test/${LONG}` }, { status: 302 }),
  'a location that is no URL': answered({ ...allowed, Location: `foo://${LONG}` }, { status: 302 }),
  'a challenge': answered({ 'WWW-Authenticate': `Bearer realm="${LONG}"` }, { status: 401 }),
  'a cookie': answered({ 'Set-Cookie': `${LONG}=${LONG}; Path=/${LONG}` }),
  'headers of the server': answered({ Server: LONG, Via: LONG, 'X-Powered-By': LONG }),
  'many headers': answered(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x-${i}`, 'a']))),
  'the name of a header': answered({ [`x-${LONG}`]: '1' }),
  'a request header': harText([chromeEntry({ ...blocked, request: { 'X-Custom': `${LONG} ` } })]),
  'an error': harText([chromeEntry({ status: 0, error: `net::ERR_${LONG}` })]),
  'a source file': answered(
    {},
    {
      fields: {
        _initiator: {
          type: 'script',
          stack: {
            callFrames: [{ url: `https://app.example/${LONG}.js`, lineNumber: 1, functionName: LONG }],
          },
        },
      },
    },
  ),
}

/** What is printed of the configuration is code, and whole. */
const PRINTED: Readonly<Record<string, (har: string) => Promise<string>>> = {
  ...Object.fromEntries(
    ['text', 'markdown', 'sarif', 'junit', 'github'].map((format) => [
      format,
      async (har: string) => (await whycors(['--all', '--format', format, 'a.har'], { 'a.har': har })).out,
    ]),
  ),
  proxy: async (har) => (await whycors(['fix', '--proxy', 'vite', 'a.har'], { 'a.har': har })).err,
  diff: async (har) =>
    (await whycors(['diff', 'a.har', 'b.har'], { 'a.har': har, 'b.har': '{"log":{"entries":[]}}' })).out,
  panel: async (har) => {
    const { recording, entries } = readHarText(har, 0, 'a.har')
    showAs(redacting)
    const diagnoses = diagnose(recording, entries, { engine: null, show: redacting.value })
    const examined = { recording, entries: entries.length, diagnoses, skipped: [], truncated: null }
    return diagnoses.map((one) => panelText(one, examined)).join('\n')
  },
  'markdown of the panel': async (har) => {
    const { recording, entries } = readHarText(har, 0, 'a.har')
    return diagnose(recording, entries, { engine: null, show: redacting.value })
      .map((one) => markdownOf(one, false))
      .join('\n')
  },
}

/** As much as somebody reads of one problem, however long the recording is. */
const MOST = 40_000

describe.each(Object.entries(PRINTED))('as %s', (_, print) => {
  it.each(Object.entries(RECORDINGS))('%s is limited', async (_, har) => {
    expect(har.length).toBeGreaterThan(MOST)
    expect((await print(har)).length).toBeLessThan(MOST)
  })
})
