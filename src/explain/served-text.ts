import type { Diagnosis } from '../diagnose.ts'
import type { Wish } from '../fix/merge-policies.ts'
import type { CorsPolicy } from '../fix/policy.ts'
import { sharedWith } from '../fix/shared-with.ts'
import { code, list, type Text, text } from '../text/text.ts'

const BROWSERS = ['Chrome', 'Firefox', 'Safari'] as const

/** How many of the requests that stay blocked are named. */
const NAMED = 3

/** Returns how many of the fetches that asked for a policy would be shared with it, and which would not. */
export function servedText(policy: CorsPolicy, wishes: readonly Pick<Wish, 'diagnosis'>[]): Text {
  const refused = wishes.filter(({ diagnosis }) => sharedWith(diagnosis, policy).length < BROWSERS.length)
  const browsers = list(BROWSERS)
  const shared = wishes.length - refused.length
  const after = wishes.some(({ diagnosis }) => (diagnosis.plan?.client.length ?? 0) > 0)
    ? text`, and the page changed as said,`
    : []
  if (refused.length === 0)
    return wishes.length === 1
      ? text`With this policy${after} the request would be shared in ${browsers}.`
      : text`With this policy${after} the ${wishes.length} requests would be shared in ${browsers}.`
  const named = refused.slice(0, NAMED).map(({ diagnosis }) => code(requestLine(diagnosis)))
  const more = refused.length > NAMED ? [`${refused.length - NAMED} more`] : []
  return text`With this policy ${shared} of ${wishes.length} requests would be shared in ${browsers}; not ${list([...named, ...more])}.`
}

const requestLine = ({ verdict: { exchange } }: Diagnosis): string =>
  `${exchange.method} ${URL.canParse(exchange.url) ? new URL(exchange.url).pathname : exchange.url}`
