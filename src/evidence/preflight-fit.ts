import { get } from '../fetch/header-list.ts'
import type { Implementation } from '../fetch/implementation.ts'
import { isCorsSafelistedMethod } from '../fetch/methods.ts'
import type { HarEntry, Recording } from '../har/har-entry.ts'
import { readCredentialsMode } from './credentials-mode.ts'
import { valuesOfFact } from './fact.ts'
import { requestedHeaderNames } from './is-preflight.ts'
import { type PreflightResult, preflightResult } from './preflight-result.ts'
import { timeFit } from './preflight-time.ts'
import { type UnsafeNames, unsafeNames } from './unsafe-names.ts'

/** The context of a preflight and an actual request in the recording. */
export interface FitContext {
  readonly recording: Recording
  readonly implementation: Implementation
  /** Whether the recording leaves out credentials, including `Authorization`. */
  readonly withheld: boolean
  /** When the request of a preflight was made, judged by its id; see `orderOfPreflights`. */
  readonly startOf: (preflight: HarEntry) => number | null
  /** Reports whether an earlier preflight allowed an actual request. */
  readonly isCovered: (actual: HarEntry) => boolean
  /** Reports whether a trial may have let a preflight pass, whatever its response. */
  readonly isTried: (preflight: HarEntry) => boolean
}

/** The cost of an actual request without its required preflight, in milliseconds of distance. */
const NEEDED = 5_000
/** The cost of a pair that contradicts the recording, which is only chosen if no other fits. */
const CONTRADICTION = 50_000
const UNLIKELY = 3_000
/** The cost if a requested header isn't in the actual request. */
const MISSING = 10_000

/** The properties of one side of a pair; read once, because each is compared with many. */
interface Claim extends UnsafeNames {
  readonly ownsNone: boolean
  readonly origin: string | null
  readonly storageAccess: boolean
  readonly includes: boolean
  readonly state: 'sent' | 'stopped' | 'open'
  readonly lossAlone: number
}

/**
 * Returns a function that returns how badly a preflight and an actual request with its URL and method fit, or null if
 * they can't belong together.
 */
export function preflightFit(context: FitContext): (preflight: HarEntry, actual: HarEntry) => number | null {
  const { recording, implementation, withheld, startOf, isTried } = context
  const isOfFirefox = recording.browser === 'firefox'
  const claims = remembered((actual: HarEntry) => claimOf(actual, context))
  const asks = remembered((preflight: HarEntry) => new Set(requestedHeaderNames(preflight)))
  const result = remembered((preflight: HarEntry) => preflightResult(preflight, implementation))
  const resultWithCredentials = remembered((preflight: HarEntry) =>
    preflightResult(preflight, implementation, ['include']),
  )
  return (preflight, actual) => {
    const claim = claims(actual)
    if (claim.ownsNone) return null
    const asked = get(preflight.request.headers, 'Origin')
    // After a redirect that tainted the actual request's origin, Firefox's preflight still has the page's.
    if (claim.origin !== null && asked !== null && claim.origin !== asked && claim.origin !== 'null')
      return null
    const names = namesFit(asks(preflight), claim, actual.request.onTheWire, withheld)
    if (names === null) return null
    const time = timeFit(preflight, actual, startOf(preflight), claim.state === 'stopped', recording)
    if (time === null) return null
    const includes = claim.includes || (isOfFirefox && hasStorageAccess(preflight))
    const became = isTried(preflight)
      ? 'open'
      : includes
        ? resultWithCredentials(preflight)
        : result(preflight)
    // Firefox sends the header with the preflight as well, and doesn't always report the request that a preflight
    // stopped. After a redirect that tainted its origin, the actual request has the header of its first hop.
    const isTainted = claim.origin === 'null'
    if (
      isOfFirefox &&
      !isTainted &&
      actual.request.onTheWire &&
      hasStorageAccess(preflight) !== claim.storageAccess
    )
      return null
    if (isOfFirefox && became === 'refused' && claim.state === 'sent') return null
    return time + names + outcomeFit(became, claim.state) + NEEDED - claim.lossAlone
  }
}

function claimOf(actual: HarEntry, { implementation, isCovered }: FitContext): Claim {
  const names = unsafeNames(actual, implementation)
  const mode = get(actual.request.headers, 'Sec-Fetch-Mode')
  const hop = { actual, preflight: null, standIn: null }
  const origin = get(actual.request.headers, 'Origin')
  const credentials = valuesOfFact(readCredentialsMode([hop], { origin, workerPossible: true }))
  const isNeeded = !isCorsSafelistedMethod(actual.request.method) || names.certain.size > 0
  const state = stateOf(actual)
  return {
    ...names,
    ownsNone: mode !== null && mode !== 'cors',
    origin,
    storageAccess: hasStorageAccess(actual),
    includes: credentials.length === 1 && credentials[0] === 'include',
    state,
    lossAlone: isNeeded && (state === 'stopped' || !isCovered(actual)) ? NEEDED : 0,
  }
}

const hasStorageAccess = ({ request }: HarEntry): boolean =>
  get(request.headers, 'Sec-Fetch-Storage-Access') !== null

/** Whether an actual request was sent: a stopped one has no response and no headers from the network. */
function stateOf({ request, response, vendor }: HarEntry): Claim['state'] {
  if (response.status > 0) return 'sent'
  if (vendor.error === 'net::ERR_ABORTED') return 'open'
  return request.onTheWire && !vendor.noTimings ? 'open' : 'stopped'
}

/**
 * `Access-Control-Request-Headers` is the list of the CORS-unsafe names. A request that was never sent may lack some of
 * its headers; one that was sent may have some from an extension or a proxy.
 */
function namesFit(
  asked: ReadonlySet<string>,
  { certain, possible, recorded }: UnsafeNames,
  onTheWire: boolean,
  withheld: boolean,
): number | null {
  let cost = 0
  for (const name of asked) {
    if (possible.has(name)) continue
    // If set more than once, each value counts separately; the recording has them joined, or only the first.
    if (recorded.has(name)) cost += UNLIKELY
    else if (name === 'authorization' && withheld) cost += 1
    else if (onTheWire) return null
    else cost += MISSING
  }
  for (const name of certain) if (!asked.has(name)) cost += CONTRADICTION / 2
  for (const name of possible) if (!certain.has(name) && !asked.has(name)) cost += 100
  return cost
}

/**
 * A refused preflight belongs to a request that wasn't sent, and a request that was sent had a preflight that passed. The
 * reverse is less certain, because something else may have stopped the request.
 */
function outcomeFit(result: PreflightResult, state: Claim['state']): number {
  if (state === 'sent') return result === 'refused' ? CONTRADICTION : 0
  if (state === 'stopped') return result === 'passed' ? UNLIKELY : 0
  return 0
}

/** Returns a memoized function. */
function remembered<V>(work: (entry: HarEntry) => V): (entry: HarEntry) => V {
  const known = new Map<HarEntry, V>()
  return (entry) => {
    const before = known.get(entry)
    if (before !== undefined) return before
    const value = work(entry)
    known.set(entry, value)
    return value
  }
}
