import { type Diagnosis, diagnose } from '../diagnose.ts'
import type { EngineId } from '../engines/engine.ts'
import { originOf } from '../fetch/origin.ts'
import { type HarSource, type ReadOptions, readHar } from '../har/read-har.ts'
import { parseUrl } from '../parse-url.ts'
import type { RecordingRedaction } from '../redact/redaction-for.ts'
import type { Examined } from '../report/to-report.ts'

/** The options for examining a recording. */
export interface ExamineOptions extends ReadOptions {
  /** The engine whose rules apply; null: that of the browser that made the recording, else Chromium's. */
  readonly engine: EngineId | null
  /** Only requests to this origin; null: all. */
  readonly origin: string | null
  /** Collects the secrets of every entry. */
  readonly redaction: RecordingRedaction
}

/** Reads one recording and diagnoses its requests. Rejects with the same errors as {@link readHar}. */
export async function examine(
  source: HarSource,
  { engine, origin, redaction, ...reading }: ExamineOptions,
): Promise<Examined> {
  const { recording, entries, skipped, truncated } = await readHar(source, reading)
  for (const entry of entries) redaction.note(entry)
  const diagnoses = diagnose(recording, entries, { engine, show: redaction.value })
  return {
    recording,
    entries: entries.length + skipped.length,
    diagnoses: origin === null ? diagnoses : diagnoses.filter((diagnosis) => isTo(origin, diagnosis)),
    skipped,
    truncated,
  }
}

/** Reports whether a request, or one that it was redirected to, goes to an origin. */
const isTo = (origin: string, { verdict }: Diagnosis): boolean =>
  verdict.exchange.chain.some(({ actual, preflight }) => {
    const url = (actual ?? preflight)?.request.url
    return url !== undefined && parseUrl(url) !== null && originOf(url) === origin
  })
