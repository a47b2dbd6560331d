import { get, type HeaderList } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import { corsUnsafeRequestHeaders } from '../fetch/request-headers.ts'
import type { Recording } from '../har/har-entry.ts'
import { authoredHeaders } from './authored-headers.ts'
import { readCredentialsMode } from './credentials-mode.ts'
import { type Chain, entryOf, type Facts, type Hop } from './exchange.ts'
import { type Fact, known, open, valuesOfFact } from './fact.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import { readMode } from './request-mode.ts'
import { readOrigin } from './request-origin.ts'
import type { Workers } from './workers.ts'

/**
 * Returns what the recording tells of a fetch beyond its responses. `implementation` is that of the browser that
 * made the recording: it decides which headers need a preflight.
 */
export function readFacts(
  chain: Chain,
  recording: Recording,
  workers: Workers,
  implementation: Implementation,
): Facts {
  const origin = readOrigin(chain)
  const [onlyOrigin = null] = valuesOfFact(origin)
  const workerPossible = onlyOrigin !== null && workers.possible(onlyOrigin, entryOf(chain[0]).started)
  const headerList = authoredHeaders(chain[0], recording)
  return {
    credentialsMode: readCredentialsMode(chain, { origin: onlyOrigin, workerPossible }),
    mode: readMode(chain),
    origin,
    headerList,
    preflightNeeded: readPreflightNeeded(chain[0], headerList, implementation),
    useCorsPreflightFlag: asksWithoutReason(chain[0]),
  }
}

/** Returns the method that the page asked for: the actual request's, or what its preflight asks leave for. */
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

/** A preflight for a safelisted method that names no header: an upload listener or a stream asked for it. */
const asksWithoutReason = (hop: Hop): boolean =>
  hop.preflight !== null &&
  isCorsSafelistedMethod(methodOf(hop)) &&
  requestedHeaderNames(hop.preflight).length === 0
