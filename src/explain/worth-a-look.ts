import type { Diagnosis } from '../diagnose.ts'
import { originOf } from '../fetch/origin.ts'
import { plural } from '../text/plural.ts'
import { code, type Text, text } from '../text/text.ts'

/** The title above the lines of {@link worthALookLines}. */
export const WORTH_A_LOOK = 'Also check'

/** Problems although nothing is blocked: a header that script can't read, and a mode that hides the response. */
const HURTS = ['response-header-not-exposed', 'no-cors-as-a-fix']

/** In long recordings, only this many requests are checked, because each costs as much as a blocked one. */
const LOOKED_AT = 5000

/** Returns one line for each API and problem of requests that aren't listed themselves. */
export function worthALookLines(diagnoses: readonly Diagnosis[]): readonly Text[] {
  const groups = new Map<string, { says: Text; target: string; count: number }>()
  const summariesOf = hurtsOnce()
  for (const diagnosis of diagnoses.slice(0, LOOKED_AT)) {
    for (const summary of summariesOf(diagnosis)) {
      const target = originOf(diagnosis.verdict.exchange.url)
      const key = JSON.stringify([target, summary])
      const group = groups.get(key) ?? { says: summary, target, count: 0 }
      groups.set(key, { ...group, count: group.count + 1 })
    }
  }
  return [...groups.values()].map(
    ({ says, target, count }) => text`${code(target)}, ${plural(count, 'request', 'requests')}: ${says}`,
  )
}

/** Returns a function that returns what hurts a request. What script can't read is the same for allowed requests of one kind. */
function hurtsOnce(): (diagnosis: Diagnosis) => readonly Text[] {
  const known = new Map<object, readonly Text[]>()
  const hurts = ({ cautions, rootCauses }: Diagnosis): readonly Text[] =>
    [...cautions, ...rootCauses].filter(({ id }) => HURTS.includes(id)).map(({ summary }) => summary)
  return (diagnosis) => {
    const { type, exchange } = diagnosis.verdict
    const kind = type === 'shared' ? (exchange.kind ?? null) : null
    if (kind === null) return hurts(diagnosis)
    const found = known.get(kind) ?? hurts(diagnosis)
    known.set(kind, found)
    return found
  }
}
