import { engines } from '../engines/index.ts'
import { redirectTarget } from '../evidence/redirect-target.ts'
import { get } from '../fetch/header-list.ts'
import { mainFetch } from '../fetch/main-fetch.ts'
import type { Network, NetworkResult } from '../fetch/network.ts'
import { originOf, serializeRequestOrigin } from '../fetch/origin.ts'
import { currentUrl } from '../fetch/request.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { isLogin } from '../knowledge/login.ts'
import { parseUrl } from '../parse-url.ts'
import { type AnsweredBy, answeredBy } from '../reading/answered-by.ts'
import { blockedBy } from '../reading/blocked-by.ts'
import { code, type Text, text } from '../text/text.ts'
import { openBranches } from '../verdict/open-branches.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { requiredFixes } from './client-fixes/required-fixes.ts'
import { leastDemanding, playedRequest } from './plan.ts'
import type { CorsPolicy } from './policy/policy.ts'
import { respond } from './policy/respond.ts'
import { writerNamed } from './writers.ts'

/**
 * Returns what still blocks a fetch after the API applies a policy, or null. The recorded exchange is judged again with
 * its statuses and redirects, and with the policy's headers on every response that the API's configuration reaches.
 */
export function stillInTheWay(verdict: Verdict, policy: CorsPolicy, target: string): Text | null {
  const branch = leastDemanding(openBranches(verdict), 'blocked')
  const request = branch === null ? null : playedRequest(branch.hypothesis.request, requiredFixes(verdict))
  if (request === null) return null
  const network = replayed(verdict, policy, target)
  const isAllowed = BROWSERS.every(({ implementation }) => {
    const { type } = mainFetch(request, network, implementation)
    return type === 'shared'
  })
  return isAllowed ? null : inTheWay(verdict)
}

const BROWSERS = [engines.chromium, engines.firefox, engines.webkit]

/** Reports whether the API's configuration reaches the blocked response. */
export function isReached(verdict: Verdict): boolean {
  const blocked = blockedBy(verdict)
  return blocked === null || reaches(blocked.entry)
}

/**
 * Responses created by a layer in front of the application stay as they are, unless there is a generator for that layer.
 */
function reaches(entry: HarEntry): boolean {
  const made = answeredBy(entry)
  if (made === null || made.certainty === 'low' || made.who === 'app') return true
  return writerNamed(made.id) !== null && !UNREACHED.includes(entry.response.status)
}

/** The application didn't get the request, or the layer in front of it couldn't handle the response. */
const UNREACHED = [413, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530]

/** The network as recorded, with the headers of a policy on the responses of one origin. */
function replayed({ exchange: { chain } }: Verdict, policy: CorsPolicy, target: string): Network {
  const answer = (
    entry: HarEntry | null,
    url: string,
    origin: string,
    phase: 'preflight' | 'actual',
  ): NetworkResult => {
    const isOurs = originOf(url) === target
    if (entry === null && !isOurs) return { type: 'not recorded' }
    const recorded = entry?.response.headers ?? []
    if (!isOurs || (entry !== null && !reaches(entry)))
      return { type: 'response', response: { status: entry?.response.status ?? 200, headerList: recorded } }
    const status = entry?.response.status ?? 0
    const location = get(recorded, 'Location')
    const redirects = isRedirectStatus(status) && location !== null
    return {
      type: 'response',
      response: {
        status: redirects ? status : phase === 'preflight' ? 204 : 200,
        headerList: [
          ...respond(policy, origin, phase),
          ...(redirects ? [{ name: 'Location', value: location }] : []),
        ],
      },
    }
  }
  return {
    preflight: ({ url, origin }, hop) => answer(chain[hop]?.preflight ?? null, url, origin, 'preflight'),
    actual: (request, hop) => {
      const url = currentUrl(request)
      const recorded = chain[hop]?.actual ?? null
      const entry = recorded !== null && recorded.response.status > 0 ? recorded : null
      return answer(entry, url, serializeRequestOrigin(request.origin, request.urlList), 'actual')
    },
  }
}

/** What blocks it, as the first thing to do. */
function inTheWay({ exchange: { chain } }: Verdict): Text {
  for (const { preflight, actual } of chain) {
    for (const entry of [preflight, actual]) {
      if (entry === null) continue
      const leads = redirectTarget(entry)
      if (leads !== '') return redirectWords(entry, leads, entry === preflight)
      if (entry.response.status > 0 && !reaches(entry)) return layerWords(entry, answeredBy(entry))
    }
  }
  return text`Find out what else blocks this request; it isn't only the CORS headers.`
}

function redirectWords(entry: HarEntry, leads: string, isPreflight: boolean): Text {
  const to = parseUrl(leads)
  if (to !== null && isLogin(to))
    return text`Log in first, and have the API respond with 401 instead of redirecting to a login.`
  const url = code(leads.replace(/[?#].*$/s, ''))
  return isPreflight || originOf(leads) === originOf(entry.request.url)
    ? text`Call ${url} directly: browsers don't follow redirects of a preflight.`
    : text`Call ${url} directly: after this redirect the browser sends ${code('Origin: null')}, which no server should allow.`
}

const layerWords = (entry: HarEntry, made: AnsweredBy | null): Text =>
  text`Fix the ${entry.response.status} from ${made?.name ?? 'the proxy'} first: the application's CORS configuration doesn't apply to it.`
