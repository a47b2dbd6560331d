import type { Diagnosis } from '../diagnose.ts'
import { MAY_SEND_CREDENTIALS, maySendCredentials } from '../fix/plan.ts'
import type { CorsPolicy } from '../fix/policy/policy.ts'
import { sharedWith } from '../fix/policy/shared-with.ts'
import type { Wish } from '../fix/policy/wish.ts'
import { parseUrl } from '../parse-url.ts'
import { code, list, type Text, text } from '../text/text.ts'
import { askedBy } from '../verdict/asked-by.ts'

const BROWSERS = ['Chrome', 'Firefox', 'Safari'] as const

/** How many of the requests that stay blocked are listed. */
const NAMED = 3

/** Returns how many of the fetches that need a policy would be allowed by it, and which wouldn't. */
export function servedText(policy: CorsPolicy, wishes: readonly Wish[]): Text {
  const open = wishes.some(({ diagnosis }) => maySendCredentials(diagnosis.verdict, policy))
  return [...servedOf(policy, wishes), ...(open ? [' ', ...MAY_SEND_CREDENTIALS] : [])]
}

function servedOf(policy: CorsPolicy, wishes: readonly Wish[]): Text {
  const refused = wishes.filter(isRefusedBy(policy))
  const isRefused = new Set(refused)
  // No policy can promise to fix what fails before CORS.
  const later = wishes.filter((wish) => isLater(wish) && !isRefused.has(wish))
  const browsers = list(BROWSERS)
  const shared = wishes.length - refused.length - later.length
  const after = wishes.some(({ diagnosis }) => (diagnosis.plan?.required.length ?? 0) > 0)
    ? text` and the change in the page`
    : []
  const which = (some: readonly Wish[]): Text => {
    const named = some.slice(0, NAMED).map(({ diagnosis }) => code(requestLine(diagnosis)))
    return list([...named, ...(some.length > NAMED ? [`${some.length - NAMED} more`] : [])])
  }
  const first =
    later.length === 0
      ? []
      : text`${shared === 0 ? '' : ' '}${later.length === wishes.length ? 'The policy only helps after the first fix' : text`For ${which(later)}, it only helps after the first fix`}.`
  if (shared === 0 && refused.length === 0) return first
  if (refused.length === 0)
    return shared === 1 && later.length === 0
      ? text`With this policy${after}, ${browsers} would all allow the request.`
      : text`With this policy${after}, ${browsers} would all allow the ${shared === 1 ? 'other request' : `${shared} ${later.length > 0 ? 'other ' : ''}requests`}.${first}`
  return text`With this policy, ${browsers} would all allow ${shared} of ${wishes.length} requests; not ${which(refused)}.${first}`
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
