import { valuesOfFact } from '../evidence/fact.ts'
import { get } from '../fetch/header-list.ts'
import { isSameOrigin, originOf } from '../fetch/origin.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { ApiResponse } from '../reading/api-response.ts'
import { once, type Reader, type Siblings } from '../reading/siblings.ts'
import type { Verdict } from '../verdict/verdict.ts'

/** Returns the last response to the actual request of a fetch that CORS applies to, allowed or not; else null. */
export function corsResponse({ type, exchange }: Verdict): HarEntry | null {
  const { chain, facts } = exchange
  const entry = chain[chain.length - 1]?.actual ?? null
  if (type === 'not-cors' || entry === null || entry.response.status === 0) return null
  // An `Access-Control-Allow-Origin` in a response to the API's own pages proves nothing.
  const target = originOf(entry.request.url)
  const foreign = valuesOfFact(facts.origin).some((origin) => !isSameOrigin(origin, target))
  return foreign && !entry.vendor.viaServiceWorker ? entry : null
}

/** Returns the last response of a fetch if the page could read it, else null. */
export const sharedResponse = (verdict: Verdict): HarEntry | null =>
  verdict.type === 'shared' ? corsResponse(verdict) : null

/** Returns the preflights of a fetch that got a response, in the order of its hops. */
export const preflightsOf = ({ exchange: { chain } }: Verdict): readonly HarEntry[] =>
  chain.flatMap(({ preflight }) => (preflight === null || preflight.response.status === 0 ? [] : [preflight]))

/** Returns the value of a CORS header of a response. */
export const allow = ({ response }: HarEntry, what: 'Origin' | 'Credentials' | 'Headers'): string | null =>
  get(response.headers, `Access-Control-Allow-${what}`)

/** The `Origin` of a request. */
export const originSentBy = ({ request }: HarEntry): string | null => get(request.headers, 'Origin')

/** One origin that an API responded to, and what it allowed. */
export interface Grant {
  readonly entry: HarEntry
  readonly origin: string
  readonly allowed: string
  readonly credentials: boolean
}

/** Returns what the siblings' responses to actual requests allowed, each combination once. */
export const grantsOf = (siblings: Siblings): readonly Grant[] => grantsIn(siblings.read(grantReader))

const grantsIn = once((answers: readonly ApiResponse[]): readonly Grant[] => {
  const grants = new Map<string, Grant>()
  for (const { verdict } of answers) {
    const grant = grantOf(verdict)
    if (grant === null) continue
    const key = [grant.origin, grant.allowed, grant.credentials].join(' ')
    if (!grants.has(key)) grants.set(key, grant)
  }
  return [...grants.values()]
})

const grantReader: Reader = {
  shelf: ({ verdict, entry }) => (grantOf(verdict)?.entry === entry ? '' : null),
  by: ({ verdict }) => {
    const grant = grantOf(verdict)
    return [grant?.origin, grant?.allowed, grant?.credentials]
  },
}

const grants = new WeakMap<Verdict, Grant | null>()

/** Returns what one response allowed, or null if it has no CORS headers. */
export function grantOf(verdict: Verdict): Grant | null {
  const known = grants.get(verdict)
  const grant = known === undefined ? readGrant(verdict) : known
  grants.set(verdict, grant)
  return grant
}

function readGrant(verdict: Verdict): Grant | null {
  const entry = corsResponse(verdict)
  const origin = entry === null ? null : originSentBy(entry)
  const allowed = entry === null ? null : allow(entry, 'Origin')
  if (entry === null || origin === null || allowed === null) return null
  return { entry, origin, allowed, credentials: allow(entry, 'Credentials') === 'true' }
}
