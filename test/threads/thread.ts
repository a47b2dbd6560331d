import { withBody } from '../fix/fingerprints/recorded-answers.ts'
import { chromeEntry, chromePreflight, type EntryDescription, type HeaderRecord } from '../make-har.ts'

/** A public report, rebuilt from the facts in it. */
export interface Thread {
  /** What people had, in a few words. */
  readonly about: string
  readonly entries: readonly object[]
  readonly creator?: string
  /** The cause, or the rule where there is none beside it, that was confirmed in the end; several if they say the same. */
  readonly confirmed: readonly string[]
  /** What would have sent them the wrong way. */
  readonly never?: readonly string[]
}

const FAILED = { error: 'net::ERR_FAILED' } as const

/** A GET without a preflight that was blocked. */
export const get = (status: number, response: HeaderRecord, more: EntryDescription = {}): object =>
  chromeEntry({ status, response: { 'Content-Type': null, ...response }, ...FAILED, at: 500, ...more })

/** A request that its preflight stopped. */
export const stopped = (
  status: number,
  response: HeaderRecord,
  { asks = 'content-type', method = 'POST', ...more }: EntryDescription = {},
): readonly object[] => [
  chromePreflight({ method, asks, status, response, ...more }),
  chromeEntry({
    method,
    status: 0,
    ...FAILED,
    request: Object.fromEntries(
      asks.split(',').map((name) => [name, name === 'content-type' ? 'application/json' : '1']),
    ),
    ...more,
  }),
]

/** A response with a body that was recorded. */
export const saying = (entry: object, body: string): object => withBody(entry, body)
