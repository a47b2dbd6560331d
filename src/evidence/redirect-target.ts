import { get } from '../fetch/header-list.ts'
import { isRedirectStatus } from '../fetch/response.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { parseUrl } from '../parse-url.ts'

/** Returns where an entry's response redirects to, without a fragment, or '' if it doesn't redirect. */
export function redirectTarget({ request, response }: HarEntry): string {
  if (!isRedirectStatus(response.status)) return ''
  const location = response.redirectUrl === '' ? get(response.headers, 'Location') : response.redirectUrl
  return location === null ? '' : withoutFragment(parseUrl(location, request.url)?.href ?? '')
}

/** Returns a URL without its fragment. */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#')
  return at < 0 ? url : url.slice(0, at)
}
