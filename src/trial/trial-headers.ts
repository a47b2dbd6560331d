import { get, type HeaderList } from '../fetch/header-list.ts'
import { CORS_RESPONSE_HEADERS } from '../fix/policy/cors-response-headers.ts'
import { respond } from '../fix/policy/respond.ts'
import type { Trial } from './trial.ts'

/** How a trial changes a response. */
export interface ChangedHeaders {
  readonly set: HeaderList
  /** The names of CORS headers that the server may send and the policy doesn't have. */
  readonly remove: readonly string[]
}

/**
 * Returns the CORS headers of a response under a trial: exactly those of the policy, as if it had replaced the server's
 * configuration, except that the max age of preflights is 0. `Vary` stays the server's, because no fetch depends on it
 * within one tab.
 */
export function trialHeaders({ policy, origin }: Trial, phase: 'preflight' | 'actual'): ChangedHeaders {
  const headers = respond(policy, origin, phase).filter(({ name }) => /^access-control-/i.test(name))
  const set = phase === 'actual' ? headers : [...headers.filter(({ name }) => name !== MAX_AGE), UNCACHED]
  return { set, remove: CORS_RESPONSE_HEADERS.filter((name) => get(set, name) === null) }
}

const MAX_AGE = 'Access-Control-Max-Age'
/** A cached preflight would outlive the trial; without this header, browsers cache it for 5 seconds. */
const UNCACHED = { name: MAX_AGE, value: '0' }

/** Returns the header list of a response as seen by the browser under a trial. */
export function underTrial(recorded: HeaderList, trial: Trial, phase: 'preflight' | 'actual'): HeaderList {
  const { set, remove } = trialHeaders(trial, phase)
  const replaced = [...remove, ...set.map(({ name }) => name)]
  const kept = recorded.filter(({ name }) => !replaced.some((one) => isSameName(one, name)))
  return [...kept, ...set]
}

const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
