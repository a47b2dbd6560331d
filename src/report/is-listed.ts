import type { Diagnosis } from '../diagnose.ts'

/**
 * Reports whether a report lists a request: one that is or may be blocked, or that failed, explained or not; with `all`,
 * every cross-origin request.
 */
export function isListed({ verdict }: Diagnosis, all: boolean): boolean {
  if (verdict.type === 'blocked' || verdict.type === 'depends' || verdict.type === 'unexplained') return true
  if (verdict.type === 'cannot-tell' && verdict.exchange.observed.outcome === 'blocked') return true
  return (
    all &&
    (verdict.type !== 'not-cors' ||
      verdict.why === 'no-cors' ||
      verdict.why === 'service worker' ||
      verdict.why === 'cache or service worker')
  )
}
