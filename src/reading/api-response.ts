import { pathOf } from '../evidence/address.ts'
import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** The response to a request of a fetch, and whether that was a preflight. Its status is 0 if there was none. */
export interface ApiResponse {
  readonly verdict: Verdict
  readonly entry: HarEntry
  readonly preflight: boolean
  readonly allowOrigin: string | null
  /** The request's `Origin`. */
  readonly origin: string | null
  readonly path: string
}

const known = new WeakMap<Verdict, readonly ApiResponse[]>()

/** Returns every response of a fetch in order: the same objects each time. */
export function responsesOf(verdict: Verdict): readonly ApiResponse[] {
  const found = known.get(verdict) ?? read(verdict)
  known.set(verdict, found)
  return found
}

function read(verdict: Verdict): readonly ApiResponse[] {
  const answers: ApiResponse[] = []
  for (const { preflight, actual } of verdict.exchange.chain) {
    if (preflight !== null) answers.push(answerOf(verdict, preflight, true))
    if (actual !== null) answers.push(answerOf(verdict, actual, false))
  }
  return answers.length === 1 ? answers.slice() : answers
}

const answerOf = (verdict: Verdict, entry: HarEntry, preflight: boolean): ApiResponse => ({
  verdict,
  entry,
  preflight,
  allowOrigin: get(entry.response.headers, 'Access-Control-Allow-Origin'),
  origin: get(entry.request.headers, 'Origin'),
  path: pathOf(entry.request.url),
})

/** Reports whether there was a response. */
export const hasCome = ({ entry }: ApiResponse): boolean => entry.response.status !== 0

/** Reports whether a response is to an actual request that CORS applies to. */
export const isActual = (answer: ApiResponse): boolean =>
  hasCome(answer) && !answer.preflight && answer.verdict.type !== 'not-cors'

/** Reports whether a response belongs to the fetch itself. */
export const isOwn = (answer: ApiResponse, verdict: Verdict): boolean => answer.verdict === verdict
