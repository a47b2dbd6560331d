import { get } from '../fetch/header-list.ts'
import type { RedirectMode } from '../fetch/request.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl } from '../parse-url.ts'
import type { Chain } from './chain.ts'
import { mayBeOfFetch } from './destination.ts'
import { isFirefox } from './is-firefox.ts'

/**
 * Returns the possible redirect modes of a fetch, the most likely first, because recordings don't contain it. It's only
 * open if the recording ends at a redirect: if the fetch was blocked there, the mode may have been "error"; without an
 * error, it may have been "manual". It's also open if Firefox's preflight was redirected, because Firefox's error depends
 * on it.
 */
export function possibleRedirectModes(chain: Chain): readonly RedirectMode[] {
  // What followed one redirect follows the next.
  if (chain.length > 1) return ['follow']
  const preflight = chain[chain.length - 1]?.preflight ?? null
  if (preflight !== null && isFirefox(preflight) && isRedirected(preflight)) return ['follow', 'error']
  const last = chain[chain.length - 1]?.actual ?? null
  const location = last === null ? null : get(last.response.headers, 'Location')
  if (last === null || location === null || !isRedirectStatus(last.response.status)) return ['follow']
  // Only fetch() can have a redirect mode other than "follow".
  if (!mayBeOfFetch(chain[0].actual ?? last)) return ['follow']
  if (last.vendor.error === 'net::ERR_FAILED') return ['follow', 'error']
  // Firefox records no error, whether it wasn't allowed to follow the redirect or the page didn't want it to.
  if (
    last.vendor.error === undefined &&
    isFirefox(last) &&
    /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(location)
  ) {
    return ['follow', 'manual']
  }
  return last.vendor.error === null && !leavesWithoutError(location) ? ['follow', 'manual'] : ['follow']
}

/** Whether a response redirects to a URL that can be followed: not from https to http, not to another scheme. */
function isRedirected({ request, response }: HarEntry): boolean {
  const location = get(response.headers, 'Location')
  if (!isRedirectStatus(response.status) || location === null) return false
  const target = parseUrl(location, request.url)
  if (target === null) return false
  const { protocol } = target
  return protocol === 'https:' || protocol === new URL(request.url).protocol
}

/**
 * Reports whether Chrome refuses a redirect by CORS without an error on the redirect itself: to any scheme other than
 * http and https, except schemes that no redirect may lead to. Measured in Chromium 156.
 */
export const leavesWithoutError = (location: string): boolean => {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(location)?.[1]?.toLowerCase()
  return scheme !== undefined && !['http', 'https', ...UNSAFE].includes(scheme)
}

/** net::ERR_UNSAFE_REDIRECT, on the redirect itself. */
const UNSAFE = ['about', 'blob', 'chrome', 'chrome-extension', 'data', 'devtools', 'file', 'filesystem']
