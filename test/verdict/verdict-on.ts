import type { EngineId } from '../../src/engines/engine.ts'
import { exchangesOf } from '../../src/evidence/exchanges-of.ts'
import type { HarEntry, Recording } from '../../src/har/har-entry.ts'
import { failingChecks, nextFailingChecks } from '../../src/verdict/failing-checks.ts'
import { judge } from '../../src/verdict/judge.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { chrome } from '../evidence/entry.ts'

/** Returns the verdict on the one fetch that these entries record. */
export function verdictOn(
  entries: readonly HarEntry[],
  recording: Recording = chrome,
  engine: EngineId | null = null,
): Verdict {
  const [exchange, ...others] = exchangesOf(recording, entries)
  if (exchange === undefined || others.length > 0) throw new Error(`${others.length + 1} exchanges`)
  return judge(exchange, { engine, show: (value) => value })
}

/** Returns the ids of the rules that explain a verdict: what blocks, and after a stroke what would block next. */
export const ruleIds = (verdict: Verdict): string =>
  [failingChecks(verdict), nextFailingChecks(verdict)]
    .map((some) => some.map(({ finding }) => finding.rule.id).join(' '))
    .join(' / ')

/** The error that Chrome writes for what CORS blocked. */
export const BLOCKED = { error: 'net::ERR_FAILED' }
