import { get } from '../fetch/header-list.ts'
import type { RedirectMode } from '../fetch/request.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl } from '../parse-url.ts'
import type { Chain } from './chain.ts'
import { mayBeOfFetch } from './destination.ts'
import { isFirefox } from './is-firefox.ts'

/**
 * Returns the redirect modes that a fetch can have had, the likeliest first; no recording states it. It is open
 * only where the recording ends at a redirect: blocked there, the page may have asked for an error; without any
 * error, it may have asked to be handed the redirect itself. It is open too where Firefox's preflight was redirected:
 * the mode decides how Firefox names that.
 */
export function possibleRedirectModes(chain: Chain): readonly RedirectMode[] {
  const preflight = chain[chain.length - 1]?.preflight ?? null
  if (preflight !== null && isFirefox(preflight) && isRedirected(preflight)) return ['follow', 'error']
  const last = chain[chain.length - 1]?.actual ?? null
  const location = last === null ? null : get(last.response.headers, 'Location')
  if (last === null || location === null || !isRedirectStatus(last.response.status)) return ['follow']
  // Nothing but fetch() has another redirect mode than "follow".
  if (!mayBeOfFetch(chain[0].actual ?? last)) return ['follow']
  if (last.vendor.error === 'net::ERR_FAILED') return ['follow', 'error']
  // Firefox writes no error, whether it may not follow such a redirect or was not to.
  if (
    last.vendor.error === undefined &&
    isFirefox(last) &&
    /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(location)
  ) {
    return ['follow', 'manual']
  }
  return last.vendor.error === null && !leavesWithoutError(location) ? ['follow', 'manual'] : ['follow']
}

/** Whether a response leads to a URL that could be followed: not from https to http, not to another scheme. */
function isRedirected({ request, response }: HarEntry): boolean {
  const location = get(response.headers, 'Location')
  if (!isRedirectStatus(response.status) || location === null) return false
  const target = parseUrl(location, request.url)
  if (target === null) return false
  const { protocol } = target
  return protocol === 'https:' || protocol === new URL(request.url).protocol
}

/**
 * Reports whether Chrome refuses a redirect by CORS and writes no error on the redirect that led there: to any scheme but
 * http and https, unless the scheme is one that no redirect may lead to, whoever asks. Measured in Chromium 156.
 */
export const leavesWithoutError = (location: string): boolean => {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(location)?.[1]?.toLowerCase()
  return scheme !== undefined && !['http', 'https', ...UNSAFE].includes(scheme)
}

/** net::ERR_UNSAFE_REDIRECT, on the redirect itself. */
const UNSAFE = ['about', 'blob', 'chrome', 'chrome-extension', 'data', 'devtools', 'file', 'filesystem']
