import type { Exchange } from '../evidence/exchange.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import { originOf } from '../fetch/origin.ts'
import { CORS_RESPONSE_HEADERS } from '../fix/policy/cors-response-headers.ts'
import type { Trial } from './trial.ts'
import { underTrial } from './trial-headers.ts'

/** The CORS headers of one response under a trial. */
export interface SeenHeaders {
  readonly phase: 'preflight' | 'actual'
  readonly status: number
  /** As the server sent them; null if the trial responded without calling it. */
  readonly sent: HeaderList | null
  /** As seen by the browser. */
  readonly seen: HeaderList
}

/** Returns the responses of a fetch that a trial changes, in order, with their CORS headers before and after. */
export function seenHeaders({ chain }: Exchange, trial: Trial): readonly SeenHeaders[] {
  return chain.flatMap(({ preflight, actual }) =>
    ([['preflight', preflight] as const, ['actual', actual] as const] as const).flatMap(([phase, entry]) => {
      if (entry === null || entry.response.status === 0) return []
      if (originOf(entry.request.url) !== trial.target) return []
      const sent = entry.response.headers.filter(({ name }) => isCors(name))
      const seen = underTrial(sent, trial, phase)
      const isAsked = phase === 'actual' || !trial.redirected.includes(entry.request.url)
      return [{ phase, status: entry.response.status, sent: isAsked ? sent : null, seen }]
    }),
  )
}

const isCors = (name: string): boolean =>
  CORS_RESPONSE_HEADERS.some((one) => one.toLowerCase() === name.toLowerCase())
