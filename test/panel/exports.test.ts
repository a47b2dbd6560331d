import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHarText } from '../../src/har/read-har.ts'
import { quoteWord, redacting } from '../../src/internal.ts'
import { curlFor, harOf, jsonOf, markdownOf } from '../../src/panel/state/exports.ts'
import type { Session } from '../../src/panel/state/session.ts'
import { initialState } from '../../src/panel/state/state.ts'
import { failingChecks } from '../../src/verdict/failing-checks.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed } from './panel-diagnoses.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'
const put = {
  url: 'https://api.test/items?access_token=s3cr3t-t0ken',
  method: 'PUT',
  time: 30,
  request: { Authorization: `Bearer ${token}`, 'X-Note': "it's; `id` $(id)" },
}
const raw = [
  chromePreflight({ ...put, request: {}, asks: 'authorization,x-note', status: 401, at: 1 }),
  chromeEntry({ ...put, status: 0, error: 'net::ERR_FAILED' }),
]
const { recording, diagnoses } = diagnosed(raw)
const [diagnosis] = diagnoses
if (diagnosis === undefined) throw new Error('nothing was diagnosed')
const session = { rawEntries: () => raw } as unknown as Session
const state = {
  ...initialState,
  sources: [{ recording, entries: 2, skipped: [], truncated: null, diagnoses }],
}

describe('a word for the shell', () => {
  it('is what the shell makes of it, whatever is in it', () => {
    const printable = fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
    fc.assert(
      fc.property(
        fc.array(fc.oneof(printable, fc.constantFrom("'", "''", '\n', '$(id)', '!', '\\')), { minLength: 1 }),
        (words) => {
          const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${words.map(quoteWord.bash).join(' ')}`])
          expect(printed.toString().split('\0').slice(0, -1)).toEqual(words)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('curl', () => {
  it('sends the preflight as the browser did', () => {
    const curl = curlFor(diagnosis, 'preflight', session, false) ?? ''
    expect(curl).toContain("--request 'OPTIONS'")
    expect(curl).toContain("--header 'Access-Control-Request-Method: PUT'")
    expect(curl).toContain("--header 'Origin: https://app.example'")
    expect(curl).not.toMatch(/User-Agent|Sec-Fetch|Host:/)
  })

  it('sends the request with what the page set, and with the origin that the browser would have sent', () => {
    const curl = curlFor(diagnosis, 'actual', session, true) ?? ''
    expect(curl).toContain("--request 'PUT'")
    expect(curl).toContain("--header 'Origin: https://app.example'")
    expect(curl).toContain("--header 'X-Note: it'\\''s; `id` $(id)'")
  })

  it('is not there for what there was not', () => {
    const [simple] = diagnosed([chromeEntry({ error: 'net::ERR_FAILED' })]).diagnoses
    if (simple === undefined) throw new Error('nothing was diagnosed')
    expect(curlFor(simple, 'preflight', session, false)).toBeNull()
  })
})

describe('secrets', () => {
  const all = (secrets: boolean): readonly (string | null)[] => [
    markdownOf(diagnosis, secrets),
    jsonOf(diagnosis, state, secrets),
    harOf(diagnosis, session, secrets),
    curlFor(diagnosis, 'actual', session, secrets),
    curlFor(diagnosis, 'preflight', session, secrets),
  ]
  it('are masked in all that leaves the panel', () => {
    for (const text of all(false)) {
      expect(text).not.toContain(token)
      expect(text).not.toContain('s3cr3t')
      expect(text).not.toContain('`id`')
    }
  })

  it('are there where they are asked for', () => {
    for (const text of all(true)) expect(text).toContain('s3cr3t-t0ken')
    expect(curlFor(diagnosis, 'actual', session, true)).toContain(token)
  })
})

describe('the HAR of one exchange', () => {
  it('is judged as the original is, masked or not', () => {
    for (const secrets of [false, true]) {
      const read = readHarText(harOf(diagnosis, session, secrets), 0, 'exchange.har')
      const [again] = diagnosesOf(read.recording, read.entries, { engine: null, show: redacting.value })
      expect(again?.verdict.type).toBe('blocked')
      expect(again && failingChecks(again.verdict).map(({ finding }) => finding.rule.id)).toEqual(
        failingChecks(diagnosis.verdict).map(({ finding }) => finding.rule.id),
      )
    }
  })
})
