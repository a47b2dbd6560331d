import { getDomain } from 'tldts'

/**
 * Returns the site of an origin, its scheme and registrable domain; the origin itself where its host has none: an
 * address, a public suffix, one label. https://html.spec.whatwg.org/#obtain-a-site
 *
 * What is private in the Public Suffix List counts, as in browsers: two users of github.io are two sites.
 * https://publicsuffix.org/list/
 */
export function siteOf(origin: string): string {
  if (!URL.canParse(origin)) return origin
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${getDomain(hostname, { allowPrivateDomains: true }) ?? hostname}`
}

/** Returns whether two origins are same site; an opaque one ("null") is with none. https://html.spec.whatwg.org/#same-site */
export const isSameSite = (a: string, b: string): boolean => a !== 'null' && siteOf(a) === siteOf(b)
