import { diagnose } from '../../src/diagnose.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { showingSecrets } from '../../src/redact/redact-text.ts'
import { toReport } from '../../src/report/to-report.ts'
import type { HarJson } from './har-json.ts'

/** What the comparison reads of a report's exchange. Outcomes and codes are those of the Chromium engine. */
export interface JudgedExchange {
  /** Positions in the recording's `log.entries`. */
  readonly entries: {
    readonly actual: number | null
    readonly preflight: number | null
    readonly redirects: readonly number[]
  }
  readonly url: string
  readonly verdict: 'blocked' | 'shared' | 'depends' | 'unexplained' | 'cannot-tell' | 'not-cors'
  readonly engines: {
    readonly chromium: {
      readonly outcome: string
      readonly code: string | null
      readonly codes: readonly string[]
    }
  }
}

/** Returns what WhyCORS says about every cross-origin exchange of a recording. */
export function judgeHar(har: HarJson): readonly JudgedExchange[] {
  const { recording, entries, skipped } = readHarText(JSON.stringify(har), 0, 'live')
  const diagnoses = diagnose(recording, entries, { engine: 'chromium', show: (value) => value })
  const examined = { recording, entries: entries.length, diagnoses, skipped }
  const report = toReport([examined], { version: 'test', redaction: showingSecrets, includes: () => true })
  return report.exchanges
}
