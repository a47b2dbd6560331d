import { redirectTarget } from '../../evidence/redirect-target.ts'
import { includesCredentials } from '../../fetch/origin.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** A URL that the page could ask at once, instead of one that redirects there. */
export interface DirectUrl {
  readonly url: string
  /** What alone differs from the URL that redirects. */
  readonly differs: readonly ('https' | 'host' | 'slash')[]
  /** Which hop of the recording asked it, as far as it was asked. */
  readonly hop: number
}

/**
 * Returns where the redirect at a hop leads, if it is the same resource under another address: https instead of http,
 * another name of the host, a slash more or less. A redirect to a login is none of these. Null otherwise.
 */
export function directUrl(
  { exchange: { chain } }: Verdict,
  hop: number,
  preflight: boolean,
): DirectUrl | null {
  const at = chain[hop]
  const entry = preflight ? at?.preflight : at?.actual
  if (entry === undefined || entry === null) return null
  const url = redirectTarget(entry)
  if (url === '' || includesCredentials(url)) return null
  const [from, to] = [new URL(entry.request.url), new URL(url)]
  const slash = from.pathname !== to.pathname
  if (slash && from.pathname !== `${to.pathname}/` && to.pathname !== `${from.pathname}/`) return null
  // A downgrade is never worth a request that works, and neither is a query that somebody else chose.
  if ((from.protocol === 'https:' && to.protocol !== 'https:') || from.search !== to.search) return null
  const host = from.hostname !== to.hostname
  // At the root an equal path says nothing, unless it is the same name with or without www.
  if (host && to.pathname === '/' && withoutWww(from.hostname) !== withoutWww(to.hostname)) return null
  const https = from.protocol !== to.protocol
  const differs = [
    ...(https ? (['https'] as const) : []),
    ...(host ? (['host'] as const) : []),
    ...(slash ? (['slash'] as const) : []),
  ]
  return differs.length === 0 ? null : { url, differs, hop: hop + 1 }
}

const withoutWww = (host: string): string => host.replace(/^www\./, '')
