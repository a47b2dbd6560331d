import { getDomain, getPublicSuffix, parse } from 'tldts'
import { parseUrl } from '../parse-url.ts'

/**
 * Reports whether two http(s) origins or URLs are schemelessly same site: their hosts have the same registrable domain,
 * or are equal if they have none (an address, a public suffix, one label).
 * https://html.spec.whatwg.org/#schemelessly-same-site
 */
export const isSchemelesslySameSite = (a: string, b: string): boolean => {
  const site = siteHostOf(a)
  return site !== '' && site === siteHostOf(b)
}

/**
 * The private part of the Public Suffix List counts, as in browsers: two users of github.io are two sites.
 * https://publicsuffix.org/list/
 */
function siteHostOf(url: string): string {
  const host = parseUrl(url)?.hostname ?? ''
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}

/** Reports whether anybody can register a name below this one: `com`, and `vercel.app` too. */
export const isPublicSuffix = (host: string): boolean =>
  getPublicSuffix(host, { allowPrivateDomains: true }) === host

/**
 * Returns the part of a host name that somebody registered: `example.co.uk` of `app.example.co.uk`, and `shop.vercel.app`
 * of itself; null for an address, a public suffix and a single label.
 */
export const registrableDomain = (host: string): string | null =>
  getDomain(host, { allowPrivateDomains: true })

/** Returns the public suffix of a host name, if the list has it: `com`, `co.uk`, `vercel.app`; null for other names. */
export function publicSuffixOf(host: string): string | null {
  const { publicSuffix, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true })
  return isIcann === true || isPrivate === true ? publicSuffix : null
}
