import type { Diagnosis } from '../diagnose.ts'
import { MAY_SEND_CREDENTIALS, maySendCredentials } from '../fix/plan.ts'
import type { LeftOut } from '../fix/policy/own-wishes.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { sharedWith } from '../fix/policy/shared-with.ts'
import type { Wish } from '../fix/policy/wish.ts'
import { parseUrl } from '../parse-url.ts'
import { code, type Inline, list, type Text, text } from '../text/text.ts'
import { askedBy } from '../verdict/asked-by.ts'

const BROWSERS = ['Chrome', 'Firefox', 'Safari'] as const

/** How many of the requests that stay blocked are listed, and how many origins. */
const NAMED = 3

/**
 * Returns how many of the fetches that need a policy would be allowed by it, and which wouldn't. If it leaves out origins, whose
 * fetches they are is stated.
 */
export function servedText(policy: CorsPolicy, wishes: readonly Wish[], leftOut: readonly LeftOut[]): Text {
  const open = wishes.some(({ diagnosis }) => maySendCredentials(diagnosis.verdict, policy))
  const { origins } = policy
  const isForAll = origins === '*' || leftOut.every(({ origin }) => origins.includes(origin))
  const from = isForAll ? [] : fromOrigins(wishes)
  return [...servedOf(policy, wishes, from), ...(open ? [' ', ...MAY_SEND_CREDENTIALS] : [])]
}

/** Returns which origins make the requests, such as " from `https://shop.example`". */
function fromOrigins(wishes: readonly Wish[]): Text {
  const origins = new Set<string>()
  for (const { needs } of wishes)
    if (needs.origins !== '*') for (const origin of needs.origins) origins.add(origin)
  return origins.size === 0 ? [] : text` from ${firstOf([...origins], code)}`
}

const firstOf = <T>(all: readonly T[], name: (one: T) => Inline): Text =>
  list([...all.slice(0, NAMED).map(name), ...(all.length > NAMED ? [`${all.length - NAMED} more`] : [])])

function servedOf(policy: CorsPolicy, wishes: readonly Wish[], from: Text): Text {
  const refused = wishes.filter(isRefusedBy(policy))
  const isRefused = new Set(refused)
  // No policy can promise to fix what fails before CORS.
  const later = wishes.filter((wish) => isLater(wish) && !isRefused.has(wish))
  const browsers = list(BROWSERS)
  const shared = wishes.length - refused.length - later.length
  const after = wishes.some(({ diagnosis }) => (diagnosis.plan?.required.length ?? 0) > 0)
    ? text` and the change in the page`
    : []
  const which = (some: readonly Wish[]): Text =>
    firstOf(some, ({ diagnosis }) => code(requestLine(diagnosis)))
  const first =
    later.length === 0
      ? []
      : text`${shared === 0 ? '' : ' '}${later.length === wishes.length ? 'The policy only helps after the first fix' : text`For ${which(later)}, it only helps after the first fix`}.`
  if (shared === 0 && refused.length === 0) return first
  if (refused.length === 0)
    return shared === 1 && later.length === 0
      ? text`With this policy${after}, ${browsers} would all allow the request${from}.`
      : text`With this policy${after}, ${browsers} would all allow the ${shared === 1 ? 'other request' : `${shared} ${later.length > 0 ? 'other ' : ''}requests`}${from}.${first}`
  return text`With this policy, ${browsers} would all allow ${shared} of ${wishes.length} requests${from}; not ${which(refused)}.${first}`
}

const isLater = ({ diagnosis: { plan } }: Wish): boolean => plan !== null && plan.first !== null

/**
 * Returns a function that reports whether some browser would still block a fetch. Fetches with the same facts share one
 * result, so a page that repeats a request a thousand times is judged once.
 */
function isRefusedBy(policy: CorsPolicy): (wish: Wish) => boolean {
  const known = new Map<string, boolean>()
  return (wish) => {
    const { verdict, plan } = wish.diagnosis
    const { mode, redirectMode, useCorsPreflightFlag } = askedBy(verdict)
    const way = [verdict.type, plan?.required, mode, redirectMode, useCorsPreflightFlag]
    const scheme = verdict.exchange.url.slice(0, 5)
    const key = JSON.stringify([wish.policy, way, scheme])
    const found = known.get(key) ?? sharedWith(wish.diagnosis, policy).length < BROWSERS.length
    known.set(key, found)
    return found
  }
}

const requestLine = ({ verdict: { exchange } }: Pick<Diagnosis, 'verdict'>): string =>
  `${exchange.method} ${parseUrl(exchange.url)?.pathname ?? exchange.url}`
