import type { EngineId } from '../engines/engine-id.ts'
import { codesOf } from '../recognize/possible-rules.ts'
import { allRules, rules } from '../rules/index.ts'

/** Returns what a failure can be called in a list of checks: the codes of the browser, and the ids of the rules. */
export const knownCodes = (engine: EngineId): readonly string[] => [
  ...(engine === 'spec' ? Object.keys(rules) : codesOf[engine]),
  ...allRules.map(({ id }) => id),
]
