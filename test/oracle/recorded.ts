import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { entryOf } from '../../src/evidence/exchange.ts'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { judge } from '../../src/verdict/judge.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'

/** What a browser itself said of one case of a recording. */
export interface RecordedVerdict {
  /** The `id` in the case's URL; with "#2" for the second request of one URL. */
  readonly id: string
  /** Whether the page got what it asked for. */
  readonly ok: boolean
  /** The browser's CORS code; null if it gave none. */
  readonly code: string | null
  /** The sentence of its console. */
  readonly message: string | null
  readonly net?: string | null
  /** When the case ran (ms since the epoch), where its URL does not tell it from another. */
  readonly from?: number
  readonly to?: number
}

const read = (name: string): string =>
  gunzipSync(readFileSync(new URL(`./recordings/${name}`, import.meta.url))).toString('utf8')

/** Returns what we say of every fetch of a recording, from its HAR alone. */
export function judgeRecording(name: string): readonly Verdict[] {
  const { recording, entries } = readHarText(read(`${name}.har.gz`), 0, name)
  return exchangesOf(recording, entries).map((exchange) =>
    judge(exchange, { engine: null, show: (value) => value }),
  )
}

/** Returns what the browser said of the cases of a recording. */
export const readVerdicts = (name: string): readonly RecordedVerdict[] =>
  JSON.parse(read(`${name}.verdicts.json.gz`))

/** Returns our verdicts on the fetches of one case. */
export function verdictsOf(theirs: RecordedVerdict, ours: readonly Verdict[]): readonly Verdict[] {
  const id = theirs.id.replace(/#\d+$/, '')
  return ours.filter(({ exchange }) => {
    if (/[?&]id=([^&#]*)/.exec(exchange.url)?.[1] !== id) return false
    const started = entryOf(exchange.chain[0]).started
    if (theirs.from === undefined || theirs.to === undefined || started === null) return true
    return started >= theirs.from - 3 && started <= theirs.to
  })
}
