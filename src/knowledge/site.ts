import { getDomain, getPublicSuffix, parse } from 'tldts'
import { parseUrl } from '../parse-url.ts'

/**
 * Reports whether two http(s) origins or URLs are schemelessly same site: their hosts have the same registrable domain,
 * or are equal if they have none (an address, a public suffix, one label).
 * https://html.spec.whatwg.org/#schemelessly-same-site
 */
export function isSchemelesslySameSite(a: string, b: string): boolean {
  const [host, other] = [hostOf(a), hostOf(b)]
  if (host === other) return host !== ''
  // A registrable domain has two labels or more. Most hosts differ there, and need no list.
  return lastLabels(host) === lastLabels(other) && siteHostOf(host) === siteHostOf(other)
}

const hostOf = (url: string): string => parseUrl(url)?.hostname ?? ''

/** Returns the last two labels of a host name; all of it if it has only one. */
const lastLabels = (host: string): string => host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1)

/**
 * The private part of the Public Suffix List counts, as in browsers: two users of github.io are two sites.
 * https://publicsuffix.org/list/
 */
const siteHostOf = (host: string): string => getDomain(host, { allowPrivateDomains: true }) ?? host

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
