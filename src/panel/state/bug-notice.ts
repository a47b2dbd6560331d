import { bugsOf } from '../../internal.ts'
import { bugsIn, type Listed } from './listed.ts'

/** Returns a line with the parts of WhyCORS that threw in some requests, or null. */
export function bugNotice(requests: readonly Listed[]): string | null {
  const [bug, ...more] = bugsOf(requests.map((one) => ({ bugs: bugsIn(one) })))
  if (bug === undefined) return null
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return `A bug in WhyCORS, please report it: the ${bug.where} ${bug.id} failed${others}: ${bug.message}`
}
