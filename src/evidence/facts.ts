import { get, type HeaderList } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import type { CredentialsMode, RequestMode } from '../fetch/request.ts'
import { corsUnsafeRequestHeaders } from '../fetch/request-headers.ts'
import type { Recording } from '../har/har-entry.ts'
import { authoredHeaders } from './authored-headers.ts'
import type { Chain, Hop } from './chain.ts'
import { readCredentialsMode } from './credentials-mode.ts'
import { entryOf, type Facts } from './exchange.ts'
import { type Fact, known, open, valuesOfFact } from './fact.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import type { WatchedCall } from './page-report.ts'
import { readMode } from './request-mode.ts'
import { readOrigin } from './request-origin.ts'
import type { Workers } from './workers.ts'

/** What facts are read from, besides the fetch itself. */
export interface FactContext {
  readonly recording: Recording
  readonly workers: Workers
  /** The implementation of the browser that made the recording, which decides which headers need a preflight. */
  readonly implementation: Implementation
  /** How the page made the call, if it was watched. */
  readonly call: WatchedCall | null
}

/** Returns what the recording shows about a fetch beyond its responses. */
export function readFacts(chain: Chain, { recording, workers, implementation, call }: FactContext): Facts {
  const origin = readOrigin(chain)
  const [onlyOrigin = null] = valuesOfFact(origin)
  const headerList =
    call?.headers === undefined ? authoredHeaders(chain[0], recording) : ofCall(chain, call.headers)
  const workerPossible = mayBeOfWorker(chain, origin, workers)
  const credentialsMode = readCredentialsMode(chain, { origin: onlyOrigin, workerPossible })
  return {
    // The sent headers are more reliable, because a service worker can change the page's request.
    credentialsMode:
      credentialsMode.known || call === null ? credentialsMode : watchedCredentials(chain, call),
    mode: watchedMode(readMode(chain, onlyOrigin), chain, call),
    origin,
    headerList,
    preflightNeeded: readPreflightNeeded(chain[0], headerList, implementation),
    useCorsPreflightFlag: asksWithoutReason(chain[0]),
  }
}

/** Reports whether a fetch may have been made by a worker of the page's origin. */
export function mayBeOfWorker(chain: Chain, origin: Fact<string>, workers: Workers): boolean {
  const only = origin.known ? origin.value : (origin.candidates[0] ?? null)
  return only !== null && workers.possible(only, entryOf(chain[0]).started)
}

/** "same-origin" also represents "omit": for CORS, they are the same in a cross-origin request. */
const watchedCredentials = (chain: Chain, { by, credentials }: WatchedCall): Fact<CredentialsMode> =>
  known(credentials === 'include' ? 'include' : 'same-origin', {
    entry: entryOf(chain[0]).index,
    field: FIELDS[by].credentials,
    value: by === 'XMLHttpRequest' ? String(credentials === 'include') : credentials,
  })

const watchedMode = (fact: Fact<RequestMode>, chain: Chain, call: WatchedCall | null): Fact<RequestMode> =>
  fact.known || call === null
    ? fact
    : known(call.mode, { entry: entryOf(chain[0]).index, field: FIELDS[call.by].mode, value: call.mode })

const FIELDS = {
  fetch: { credentials: 'page.fetch.credentials', mode: 'page.fetch.mode' },
  XMLHttpRequest: { credentials: 'page.XMLHttpRequest.withCredentials', mode: 'page.XMLHttpRequest' },
  check: { credentials: 'check.credentials', mode: 'check.mode' },
} as const satisfies Record<WatchedCall['by'], object>

const ofCall = (chain: Chain, headers: HeaderList): Fact<HeaderList> =>
  known(headers, { entry: entryOf(chain[0]).index, field: 'check.headers', value: null })

/** Returns the method of the page's request: the actual request's, or the one that its preflight names. */
export function methodOf(hop: Hop): string {
  if (hop.actual !== null) return hop.actual.request.method
  return (
    get(hop.preflight?.request.headers ?? [], 'Access-Control-Request-Method') ?? entryOf(hop).request.method
  )
}

function readPreflightNeeded(
  hop: Hop,
  headerList: Fact<HeaderList>,
  implementation: Implementation,
): Fact<boolean> {
  if (hop.preflight !== null) {
    return known(true, {
      entry: hop.preflight.index,
      field: 'request.method',
      value: hop.preflight.request.method,
    })
  }
  const { index } = entryOf(hop)
  const method = methodOf(hop)
  if (!isCorsSafelistedMethod(method))
    return known(true, { entry: index, field: 'request.method', value: method })
  const answers = valuesOfFact(headerList).map(
    (list) => corsUnsafeRequestHeaders(list, implementation)[0] ?? null,
  )
  const [first = null] = answers
  if (first !== null) {
    return known(true, {
      entry: index,
      field: `request.headers.${first.header.name}`,
      value: first.header.value,
    })
  }
  if (answers.some((answer) => answer !== null))
    return open([false, true], 'the browser adds such headers too')
  return known(false, { entry: index, field: 'request.method', value: method })
}

/** A preflight for a safelisted method without headers was required by an upload listener or a stream. */
const asksWithoutReason = (hop: Hop): boolean =>
  hop.preflight !== null &&
  isCorsSafelistedMethod(methodOf(hop)) &&
  requestedHeaderNames(hop.preflight).length === 0
