import type { Diagnosis } from '../diagnose.ts'

/**
 * Reports whether a report lists a request: what is blocked, may be blocked, or failed without explanation; with
 * `all` every cross-origin request.
 */
export function isListed({ verdict }: Diagnosis, all: boolean): boolean {
  const { type, notCors } = verdict
  if (type === 'blocked' || type === 'depends' || type === 'unexplained') return true
  return all && (notCors === null || notCors === 'no-cors' || notCors === 'service worker')
}
