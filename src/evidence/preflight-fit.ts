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

/** What is known of the recording around a preflight and an actual request. */
export interface FitContext {
  readonly recording: Recording
  readonly implementation: Implementation
  /** Whether the recording leaves out credentials, `Authorization` among them. */
  readonly withheld: boolean
  /** When the request of a preflight was made, as far as its id tells; see `orderOfPreflights`. */
  readonly startOf: (preflight: HarEntry) => number | null
  /** Returns whether an earlier preflight allowed an actual request. */
  readonly isCovered: (actual: HarEntry) => boolean
}

/** What an actual request that a preflight was needed for loses without one, in milliseconds of distance. */
const NEEDED = 5_000
/** What contradicts the recording, which is to be believed only where nothing else fits. */
const CONTRADICTION = 50_000
const UNLIKELY = 3_000
/** A header that was asked for is not in what the browser was about to send. */
const MISSING = 10_000

/** What one side of a pair shows; read once, since each is weighed against many. */
interface Claim extends UnsafeNames {
  readonly ownsNone: boolean
  readonly origin: string | null
  readonly storageAccess: boolean
  readonly includes: boolean
  readonly state: 'sent' | 'stopped' | 'open'
  readonly lossAlone: number
}

/**
 * Returns a function that says how badly a preflight and an actual request of its URL and method fit, or null where
 * they cannot belong together.
 */
export function preflightFit(context: FitContext): (preflight: HarEntry, actual: HarEntry) => number | null {
  const { recording, implementation, withheld, startOf } = context
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
    // Firefox asks with the page's origin after a redirect that tainted the actual request's.
    if (claim.origin !== null && asked !== null && claim.origin !== asked && claim.origin !== 'null')
      return null
    const names = namesFit(asks(preflight), claim, actual.request.onTheWire, withheld)
    if (names === null) return null
    const time = timeFit(preflight, actual, startOf(preflight), claim.state === 'stopped', recording)
    if (time === null) return null
    const includes = claim.includes || (isOfFirefox && hasStorageAccess(preflight))
    const became = includes ? resultWithCredentials(preflight) : result(preflight)
    // Firefox sends the header with the preflight as well, and does not always report what a preflight stopped.
    // After a redirect that tainted its origin, the actual request has the header as its first hop had it.
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

/** Whether an actual request was sent: a stopped one has no response, and nothing of it went over the wire. */
function stateOf({ request, response, vendor }: HarEntry): Claim['state'] {
  if (response.status > 0) return 'sent'
  if (vendor.error === 'net::ERR_ABORTED') return 'open'
  return request.onTheWire && !vendor.noTimings ? 'open' : 'stopped'
}

/**
 * `Access-Control-Request-Headers` is the list of the CORS-unsafe names. A request that was never sent may lack headers
 * that it would have had; one that was may have some that an extension or a proxy put there.
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
    // Set more than once, each value counts by itself; the recording shows them joined, or the first.
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
 * A refused preflight belongs to a request that was not sent, and one that was sent had a preflight that passed. The
 * other way round it is less sure: something else may have stopped the request.
 */
function outcomeFit(result: PreflightResult, state: Claim['state']): number {
  if (state === 'sent') return result === 'refused' ? CONTRADICTION : 0
  if (state === 'stopped') return result === 'passed' ? UNLIKELY : 0
  return 0
}

/** Returns a function that works out each answer once. */
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
