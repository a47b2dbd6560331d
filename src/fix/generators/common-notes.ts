import { maxAgeLimit } from '../../engines/max-age-limit.ts'
import { isUrlOfThisMachine } from '../../knowledge/hosts.ts'
import { code, list, type Text, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'

/** Returns what has to be said of a policy in whatever server it is written. */
export function commonNotes(policy: CorsPolicy, url: string): readonly Text[] {
  const { origins, credentials, maxAge } = policy
  const named = origins === '*' ? [] : origins
  const local = named.filter(isUrlOfThisMachine)
  const plainHttp = named.filter((origin) => origin.startsWith('http:') && !isUrlOfThisMachine(origin))
  const notes: Text[] = []
  if (origins === '*')
    notes.push(text`Every website may read these responses; keep it to what is public anyway.`)
  if (local.length > 0)
    notes.push(
      text`${quoted(local)} is for development: leave it out of what goes into production, where anything that runs on a user's machine could use it.`,
    )
  if (plainHttp.length > 0 && url.startsWith('https:'))
    notes.push(
      text`${quoted(plainHttp)} is not encrypted: whoever controls the network of a user can speak for it to this https API.`,
    )
  if (credentials)
    notes.push(
      text`Cookies of another site are only sent if they were set with ${code('SameSite=None; Secure')}.`,
    )
  if (maxAge !== null && maxAge > maxAgeLimit('webkit'))
    notes.push(
      text`Each browser keeps a preflight for its own time at most, whatever ${code('Access-Control-Max-Age')} says: Chrome ${maxAgeLimit('chromium')} seconds, Firefox ${maxAgeLimit('firefox')}, Safari ${maxAgeLimit('webkit')}.`,
    )
  return notes
}

const quoted = (origins: readonly string[]): Text => list(origins.map(code))
