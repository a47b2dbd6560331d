import { type Bug, bugsOf } from '../../internal.ts'
import { diagnosesIn, isRow, type Listed } from './listed.ts'

/** Returns a line with the parts of WhyCORS that threw, or null. */
export function bugNotice(diagnoses: readonly Listed[]): string | null {
  // What was judged elsewhere doesn't change any more.
  if (!diagnoses.every(isRow)) return noticeOf(diagnosesIn(diagnoses))
  const known = ofRows.get(diagnoses)
  const notice = known === undefined ? noticeOf(diagnoses.map(({ about }) => about)) : known
  ofRows.set(diagnoses, notice)
  return notice
}

const ofRows = new WeakMap<readonly Listed[], string | null>()

function noticeOf(diagnoses: readonly { readonly bugs: readonly Bug[] }[]): string | null {
  const [bug, ...more] = bugsOf(diagnoses)
  if (bug === undefined) return null
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return `A bug in WhyCORS, please report it: the ${bug.where} ${bug.id} failed${others}: ${bug.message}`
}
