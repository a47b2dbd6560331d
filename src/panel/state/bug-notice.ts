import { bugsOf, type Diagnosis } from '../../internal.ts'

/** Returns a line with the parts of WhyCORS that threw, or null. */
export function bugNotice(diagnoses: readonly Diagnosis[]): string | null {
  const [bug, ...more] = bugsOf(diagnoses)
  if (bug === undefined) return null
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return `A bug in WhyCORS, please report it: the ${bug.where} ${bug.id} failed${others}: ${bug.message}`
}
