import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { valuesOfFact } from '../../src/evidence/fact.ts'
import { hypotheses } from '../../src/evidence/hypotheses.ts'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { isSkipped, parseEntry } from '../../src/har/parse-entry.ts'
import { describeRecording } from '../../src/har/recording.ts'
import { failingChecks, nextFailingChecks } from '../../src/verdict/failing-checks.ts'
import { judge } from '../../src/verdict/judge.ts'
import { isFilledIn } from '../rules/test-rule.ts'

const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  '\u0000',
  '\ud800',
  'é',
  'a'.repeat(2_000),
]
const hostile = fc.constantFrom(...HOSTILE)
const usually = <T>(...arbs: readonly fc.Arbitrary<T>[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: fc.oneof(...arbs) }, { weight: 1, arbitrary: fc.anything() })

const url = fc.oneof(
  fc.constantFrom(
    'https://api.example/items',
    'https://cdn.example/x#f',
    'http://api.example:8080/',
    'https://app.example/own',
  ),
  fc.constantFrom(
    'data:text/plain,x',
    'blob:https://a.example/1',
    'file:///x',
    'wss://a.example/',
    'https://u:p@api.example/',
    'ftp://x/',
  ),
  fc.constantFrom(
    'https://[::1]/',
    'https://xn--a/',
    'https://a.example/\ud800',
    'javascript:0',
    'about:blank',
    'https://é.example/%',
    'x:',
  ),
  fc.webUrl(),
)
const headerName = fc.oneof(
  fc.constantFrom(
    'Origin',
    'origin',
    'Cookie',
    'Location',
    'Host',
    ':authority',
    'Sec-Fetch-Mode',
    'Sec-Fetch-Site',
    'Referer',
    'Range',
  ),
  fc.constantFrom(
    'Access-Control-Request-Method',
    'Access-Control-Request-Headers',
    'Sec-Fetch-Storage-Access',
    'User-Agent',
    'DPR',
  ),
  fc.constantFrom(
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
    'Access-Control-Max-Age',
  ),
  fc.constantFrom(
    'Access-Control-Allow-Credentials',
    'Access-Control-Expose-Headers',
    'Content-Type',
    'Authorization',
    'Cache-Control',
  ),
  hostile,
)
const headerValue = fc.oneof(
  fc.constantFrom(
    'https://app.example',
    'null',
    '*',
    'true',
    'PUT',
    'x-a,constructor',
    '__proto__',
    'cors',
    'no-cors',
    'cross-site',
  ),
  fc.constantFrom(
    'Chrome/140',
    'Firefox/153',
    'application/json',
    'bytes=0-99999999999999999999999',
    'no-cache',
    '2',
    'a\nb',
    ', ,',
  ),
  url,
  hostile,
)
const headerArray = usually(
  fc.array(fc.record({ name: headerName, value: usually(headerValue) }), { maxLength: 9 }),
)

const entry = fc.record(
  {
    startedDateTime: usually(
      fc.constantFrom<unknown>('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.005Z', 'yesterday', null),
    ),
    time: usually(fc.constantFrom<unknown>(0, 5, -1, '5', Number.NaN, 1e300)),
    request: fc.record(
      {
        method: fc.oneof(fc.constantFrom('GET', 'PUT', 'OPTIONS', 'POST', 'patch', 'DELETE'), hostile),
        url,
        headers: headerArray,
        cookies: usually(fc.array(fc.constant({}), { maxLength: 1 })),
      },
      { requiredKeys: ['method', 'url'] },
    ),
    response: usually(
      fc.record(
        {
          status: usually(fc.constantFrom<unknown>(200, 204, 302, 307, 404, 500, 0, '200', -1, 999)),
          headers: headerArray,
          redirectURL: usually(url, fc.constant('')),
          _error: usually(
            fc.constantFrom<unknown>(null, 'net::ERR_FAILED', 'net::ERR_ABORTED', '', 'NS_ERROR_FAILURE'),
          ),
        },
        { requiredKeys: [] },
      ),
    ),
    timings: usually(fc.constantFrom({}, { wait: 1 })),
    _resourceType: usually(fc.constantFrom('fetch', 'xhr', 'preflight', 'script', 'image'), hostile),
    _initiator: usually(
      fc.record({
        type: usually(fc.constantFrom('script', 'preflight'), hostile),
        stack: usually(fc.constant({ callFrames: [{ url: 'file:///x' }] })),
      }),
    ),
    _securityState: usually(fc.constantFrom('secure', 'insecure')),
  },
  { requiredKeys: ['request'] },
)
const log = fc.record({
  creator: usually(
    fc.record({
      name: fc.oneof(fc.constantFrom('WebInspector', 'Firefox', 'Playwright', 'chrome-har'), hostile),
    }),
  ),
  browser: fc.anything(),
})

const options = { engine: null, show: (value: string) => value }

/** As many as five open facts allow, each of which has two values at most. */
const MOST_HYPOTHESES = 32

it('nothing that can stand in a recording makes the way from entry to verdict throw', () => {
  let judged = 0
  let explained = 0
  fc.assert(
    fc.property(fc.array(usually(entry), { maxLength: 8 }), log, (values, writer) => {
      const entries = values
        .map((value, index) => parseEntry(value, 0, index))
        .filter((parsed): parsed is HarEntry => !isSkipped(parsed))
      const recording = describeRecording(writer, entries, 0, 'test.har')
      for (const exchange of exchangesOf(recording, entries)) {
        expect(hypotheses(exchange).length).toBeLessThanOrEqual(MOST_HYPOTHESES)
        for (const engine of [null, 'spec', 'firefox', 'webkit'] as const) {
          const verdict = judge(exchange, { ...options, engine })
          judged++
          for (const { finding } of [...failingChecks(verdict), ...nextFailingChecks(verdict)]) {
            explained++
            expect(isFilledIn(finding.rule.summary(finding.args))).toBe(true)
            expect(isFilledIn(finding.rule.detail(finding.args))).toBe(true)
          }
          for (const id of ['spec', 'chromium', 'firefox', 'webkit'] as const)
            expect(verdict.engines[id].message ?? '').not.toMatch(/native code/)
        }
        expect(valuesOfFact(exchange.facts.mode).every((mode) => typeof mode === 'string')).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
  expect(judged).toBeGreaterThan(600)
  expect(explained).toBeGreaterThan(150)
})
