import type { Diagnosis } from '../diagnose.ts'
import { originOf } from '../fetch/origin.ts'
import { plural } from '../text/plural.ts'
import { code, type Text, text } from '../text/text.ts'
import type { Verdict } from '../verdict/verdict.ts'

/**
 * Returns the sentence about a fetch that is allowed in the usual case: what would have to be true for it to be blocked.
 */
export function usuallyAllowed(verdict: Verdict): Text {
  const { credentialsMode, mode } = verdict.type === 'depends' ? verdict.failing[0].assuming : {}
  if (mode === 'cors')
    return text`Allowed without ${code('crossorigin')}; with it, the response needs CORS headers.`
  return credentialsMode === 'include'
    ? text`Allowed, unless the page sends it with credentials.`
    : text`Usually allowed; the recording doesn't rule out the other case.`
}

/** The title above the lines of {@link usuallyAllowedLines}. */
export const FOLDED = 'Usually allowed'

/** Returns one line for each API and condition, because old exports have many such requests and nothing failed. */
export function usuallyAllowedLines(diagnoses: readonly Diagnosis[]): readonly Text[] {
  const groups = new Map<string, { says: Text; target: string; count: number }>()
  for (const { verdict } of diagnoses) {
    const [says, target] = [usuallyAllowed(verdict), originOf(verdict.exchange.url)]
    const key = JSON.stringify([target, says])
    const group = groups.get(key) ?? { says, target, count: 0 }
    groups.set(key, { ...group, count: group.count + 1 })
  }
  return [...groups.values()].map(
    ({ says, target, count }) => text`${code(target)}, ${plural(count, 'request', 'requests')}: ${says}`,
  )
}
