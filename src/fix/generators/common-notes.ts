import { maxAgeLimit } from '../../engines/max-age-limit.ts'
import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { isPublicSuffix } from '../../knowledge/site.ts'
import { code, list, type Text, text } from '../../text/text.ts'
import { deploymentPattern } from '../policy/deployment-pattern.ts'
import { parentOf, splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** The longest that any browser caches a preflight response. */
const LONGEST_KEPT = Math.max(maxAgeLimit('chromium'), maxAgeLimit('firefox'), maxAgeLimit('webkit'))

/** Returns the notes on a policy that apply to any server. `env` contains the exact origins, if it's used. */
export function commonNotes(
  { origins, credentials, maxAge }: CorsPolicy,
  url: string,
  env: string | null,
): readonly Text[] {
  const { exact, patterns } = splitOrigins(origins)
  const local = exact.filter(isUrlOfThisMachine)
  const plainHttp = exact.filter((origin) => origin.startsWith('http:') && !isUrlOfThisMachine(origin))
  const notes: Text[] = []
  if (origins === '*') notes.push(text`Every website may read these responses.`)
  if (local.length > 0 && env === null)
    notes.push(
      text`${quoted(local)} ${areFor(local)} development: leave ${local.length > 1 ? 'them' : 'it'} out in production.`,
    )
  if (plainHttp.length > 0 && url.startsWith('https:'))
    notes.push(
      text`${quoted(plainHttp)} ${plainHttp.length > 1 ? 'are' : 'is'} not encrypted: anyone on a user's network can act as it.`,
    )
  for (const pattern of patterns)
    notes.push(
      isPublicSuffix(parentOf(pattern))
        ? text`Anyone can deploy on ${code(parentOf(pattern))}: someone else's project whose name fits ${code(pattern)} is allowed too.`
        : text`Anyone who controls a host that fits ${code(pattern)} is allowed.`,
    )
  const deployments = patterns.length > 0 ? null : deploymentsOf(exact)
  if (deployments !== null)
    notes.push(
      text`Each preview deployment has another origin. The origin ${code(deployments)} in the policy allows them all (${code(`--policy origins+=${deployments}`)}).`,
    )
  if (credentials) notes.push(text`Cookies from other sites need ${code('SameSite=None; Secure')}.`)
  if (maxAge !== null && maxAge > LONGEST_KEPT)
    notes.push(text`Browsers keep a preflight response for ${LONGEST_KEPT} seconds at most.`)
  return notes
}

const quoted = (origins: readonly string[]): Text => list(origins.map(code))
const areFor = (origins: readonly string[]): string => (origins.length > 1 ? 'are for' : 'is for')

/** Returns the pattern of a project with several deployments among the origins, or null. */
function deploymentsOf(origins: readonly string[]): string | null {
  for (const [i, one] of origins.entries())
    for (const other of origins.slice(i + 1)) {
      const pattern = deploymentPattern(one, other)
      if (pattern !== null) return pattern
    }
  return null
}
