import { redirectTarget } from '../../evidence/redirect-target.ts'
import { includesCredentials } from '../../fetch/origin.ts'
import type { Verdict } from '../../verdict/verdict.ts'

/** A URL that the page could call directly, instead of one that redirects there. */
export interface DirectUrl {
  readonly url: string
  /** The only difference from the URL that redirects. */
  readonly differs: readonly ('https' | 'host' | 'slash')[]
  /** The hop of the recording that requested it, if there is one. */
  readonly hop: number
}

/**
 * Returns where the redirect at a hop leads, if it's the same resource at another URL: https instead of http, another
 * host name, one slash more or less. Otherwise, for example for a redirect to a login, null.
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
  // Never suggest a downgrade to http, or a query that the server chose.
  if ((from.protocol === 'https:' && to.protocol !== 'https:') || from.search !== to.search) return null
  const host = from.hostname !== to.hostname
  // For the root path, equal paths prove nothing, unless the host is the same with or without www.
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
