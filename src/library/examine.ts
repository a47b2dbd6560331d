import { type Diagnosis, diagnose } from '../diagnose.ts'
import type { EngineId } from '../engines/engine.ts'
import { noPageReport, type PageReport } from '../evidence/page-report.ts'
import { originOf } from '../fetch/origin.ts'
import { type HarSource, type ReadOptions, readingHar } from '../har/read-har.ts'
import { parseUrl } from '../parse-url.ts'
import type { RecordingRedaction } from '../redact/redaction-for.ts'
import type { Examined } from '../report/to-report.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** The options for examining a recording. */
export interface ExamineOptions extends ReadOptions {
  /** The engine whose rules apply; null: that of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** Only requests to this origin; null: all. */
  readonly origin: string | null
  /** Collects the secrets of every entry. */
  readonly redaction: RecordingRedaction
  /** Is called again and again with the entries read so far, and then with how many requests are judged and blocked. */
  readonly onProgress?: (progress: ExamineProgress) => void
  /** How the page made its requests, if that's known beside the recording. */
  readonly page?: PageReport | undefined
}

/** How far a recording is examined; null: it's still being read. */
export interface ExamineProgress {
  readonly entries: number
  readonly judged: { readonly requests: number; readonly blocked: number } | null
}

/** Reads one recording and diagnoses its requests. Rejects with the same errors as `readHar`. */
export async function examine(
  source: HarSource,
  { engine, origin, redaction, onProgress, page = noPageReport, ...options }: ExamineOptions,
): Promise<Examined> {
  const reading = readingHar(source, options)
  let step = await reading.next()
  for (; step.done !== true; step = await reading.next())
    onProgress?.({ entries: step.value.length, judged: null })
  const { recording, entries, skipped, truncated } = step.value
  for (const entry of entries) redaction.note(entry)
  let requests = 0
  let blocked = 0
  const judged = ({ type }: Verdict): void => {
    requests++
    if (type === 'blocked') blocked++
    if (requests % EACH === 0) onProgress?.({ entries: entries.length, judged: { requests, blocked } })
  }
  const diagnoses = diagnose(recording, entries, { engine, show: redaction.value, page, judged })
  return {
    recording,
    entries: entries.length + skipped.length,
    diagnoses: origin === null ? diagnoses : diagnoses.filter((diagnosis) => isTo(origin, diagnosis)),
    skipped,
    truncated,
  }
}

/** How many verdicts come between two calls of `onProgress`. */
const EACH = 100

/** Reports whether a request, or one that it was redirected to, goes to an origin. */
const isTo = (origin: string, { verdict }: Diagnosis): boolean =>
  verdict.exchange.chain.some(({ actual, preflight }) => {
    const url = (actual ?? preflight)?.request.url
    return url !== undefined && parseUrl(url) !== null && originOf(url) === origin
  })
