import type { EngineId } from '../../src/engines/engine.ts'
import { readHarText } from '../../src/har/read-har.ts'
import { showingSecrets } from '../../src/redact/redact-text.ts'
import { toReport } from '../../src/report/to-report.ts'
import { diagnosesOf } from '../diagnoses-of.ts'
import type { HarJson } from './har-json.ts'

/** What the comparison reads of a report's exchange. */
export interface JudgedExchange {
  /** Positions in the recording's `log.entries`. */
  readonly entries: {
    readonly actual: number | null
    readonly preflight: number | null
    readonly redirects: readonly number[]
  }
  readonly url: string
  readonly verdict: string
  /** The engine's own code, where it is certain that there is one and which. */
  readonly code: string | null
  /** The engine's own codes for it; several where the recording leaves several possible. */
  readonly codes: readonly string[]
}

/** Returns what WhyCORS says about every cross-origin exchange of a recording, in the words of one engine. */
export function judgeHar(har: HarJson, engine: EngineId): readonly JudgedExchange[] {
  const { recording, entries, skipped, truncated } = readHarText(JSON.stringify(har), 0, 'live')
  const diagnoses = diagnosesOf(recording, entries, { engine, show: (value) => value })
  const examined = { recording, entries: entries.length, diagnoses, skipped, truncated }
  const report = toReport([examined], { version: 'test', redaction: showingSecrets, includes: () => true })
  return report.exchanges.map(({ entries, url, verdict, engines }) => {
    const { code, codes } = engines[engine]
    return { entries, url, verdict, code, codes }
  })
}
