import type { Exchange } from '../evidence/exchange.ts'
import { entryOf } from '../evidence/exchange.ts'
import { valuesOfFact } from '../evidence/fact.ts'
import type { HeaderList } from '../fetch/header-list.ts'
import type { CredentialsMode, RequestMode } from '../fetch/request.ts'
import type { HarEntry } from '../har/har-entry.ts'

/** The parts of a response that can be edited. */
export interface WhatIfResponse {
  readonly status: number
  readonly headers: HeaderList
}

/** One URL of a fetch, and the responses there; null if a response isn't known. */
export interface WhatIfHop {
  readonly url: string
  readonly preflight: WhatIfResponse | null
  readonly response: WhatIfResponse | null
}

/** The parts of a fetch that CORS reads, for editing. */
export interface WhatIf {
  /** The page's origin; '' if it isn't known. */
  readonly origin: string
  readonly method: string
  /** null if the recording doesn't show it. */
  readonly credentialsMode: CredentialsMode | null
  readonly mode: RequestMode | null
  /** The headers that the page's code sets. */
  readonly headers: HeaderList
  /** The URL that the page called, then one for each redirect. */
  readonly hops: readonly [WhatIfHop, ...WhatIfHop[]]
}

/** Returns an exchange as recorded, for editing. */
export function whatIfOf({ chain, facts, method }: Exchange): WhatIf {
  const [origin = ''] = valuesOfFact(facts.origin)
  const [headers = []] = valuesOfFact(facts.headerList)
  const [first, ...rest] = chain
  const hopOf = (hop: Exchange['chain'][number]): WhatIfHop => ({
    url: entryOf(hop).request.url,
    preflight: responseOf(hop.preflight),
    response: responseOf(hop.standIn ?? hop.actual),
  })
  return {
    origin,
    method,
    credentialsMode: facts.credentialsMode.known ? facts.credentialsMode.value : null,
    mode: facts.mode.known ? facts.mode.value : null,
    headers,
    hops: [hopOf(first), ...rest.map(hopOf)],
  }
}

const responseOf = (entry: HarEntry | null): WhatIfResponse | null =>
  entry === null || entry.response.status === 0
    ? null
    : { status: entry.response.status, headers: entry.response.headers }
