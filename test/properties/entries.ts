import fc from 'fast-check'
import type { HarEntry } from '../../src/har/har-entry.ts'
import { entry, preflight } from '../evidence/entry.ts'
import { API, CDN, PAGE } from '../fetch/records.ts'
import { anyResponse } from './arbitraries.ts'

const started = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => 1_000 + n) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, 5_000, 20_000) },
)
const sentBy = fc.constantFrom<readonly string[]>(
  [`Origin: ${PAGE}`],
  [`Origin: ${PAGE}`],
  ['Origin: https://other.example'],
  ['Origin: null'],
  [`Origin: ${PAGE}`, 'X-A: 1', 'Content-Type: application/json'],
  [
    `Origin: ${PAGE}`,
    'Sec-Fetch-Site: cross-site',
    'User-Agent: Chrome/140',
    'Sec-Fetch-Mode: cors',
    'Cookie: a=b',
  ],
  [],
)

const common = fc.record({
  started,
  time: fc.constantFrom(0, 1, 5, 10, 500, null),
  url: fc.constantFrom(API, API, `${API}/2`, CDN),
  answer: fc.oneof(anyResponse(200), fc.constant({ status: 0, headerList: [] })),
  error: fc.constantFrom(
    undefined,
    null,
    'net::ERR_FAILED',
    'net::ERR_ABORTED',
    'net::ERR_CONNECTION_REFUSED',
  ),
  onTheWire: fc.boolean(),
})

const anyActual: fc.Arbitrary<HarEntry> = fc
  .tuple(common, fc.constantFrom('GET', 'PUT', 'PUT', 'DELETE', 'OPTIONS'), sentBy)
  .map(([{ started, time, url, answer, error, onTheWire }, method, sent]) =>
    entry({
      started,
      time,
      url,
      method,
      sent,
      request: { onTheWire },
      response: { status: answer.status, headers: answer.headerList },
      vendor: { error },
    }),
  )

const anyPreflight: fc.Arbitrary<HarEntry> = fc
  .tuple(
    common,
    fc.constantFrom('GET', 'PUT', 'PUT', 'DELETE'),
    fc.constantFrom(undefined, 'x-a', 'content-type,x-a'),
  )
  .map(([{ started, time, url, answer, error, onTheWire }, method, names]) =>
    preflight(method, {
      started,
      time,
      url,
      ...(names === undefined ? {} : { names }),
      request: { onTheWire },
      response: { status: answer.status, headers: answer.headerList },
      vendor: { error },
    }),
  )

/** Entries of one recording, no two alike, each with its position as index. */
export const anyEntries: fc.Arbitrary<readonly HarEntry[]> = fc
  .uniqueArray(fc.oneof(anyActual, anyActual, anyPreflight), {
    maxLength: 14,
    selector: (one) => JSON.stringify(one),
  })
  .map((entries) => entries.map((one, index) => ({ ...one, index })))

/** Entries that are hard to tell apart: the same few moments and URLs, redirects to and fro. */
export const crowdedEntries: fc.Arbitrary<readonly HarEntry[]> = fc
  .uniqueArray(
    fc
      .record({
        started: fc.constantFrom(null, 1_000, 1_000, 1_001, 1_002),
        time: fc.constantFrom(0, 1),
        url: fc.constantFrom(API, API, CDN),
        target: fc.constantFrom(API, CDN, null),
        error: fc.constantFrom(undefined, null, 'net::ERR_FAILED'),
        kind: fc.constantFrom('GET', 'PUT', 'preflight'),
        onTheWire: fc.boolean(),
      })
      .map(({ started, time, url, target, error, kind, onTheWire }) => {
        const answer = target === null ? {} : { status: 307, received: [`Location: ${target}`] }
        const given = { started, time, url, ...answer, vendor: { error }, request: { onTheWire } }
        return kind === 'preflight' ? preflight('PUT', given) : entry({ ...given, method: kind })
      }),
    { maxLength: 12, selector: (one) => JSON.stringify(one) },
  )
  .map((entries) => entries.map((one, index) => ({ ...one, index })))
