import { asciiLower, type HeaderList, isName } from '../fetch/header-list.ts'

/** Request headers that only browsers can set, and that decide nothing about CORS. */
const REQUEST =
  /^(?:accept-encoding|connection|content-length|te|dnt|sec-ch-.*|sec-gpc|:path|:scheme|:method)$/

/** Response headers that tell nothing about CORS or about which server responded. */
const RESPONSE =
  /^(?:date|etag|last-modified|expires|age|content-length|content-security-policy(?:-report-only)?|strict-transport-security|permissions-policy|report-to|reporting-endpoints|nel|alt-svc|server-timing|accept-ranges|keep-alive|connection|origin-trial|link|p3p|expect-ct|x-xss-protection|set-cookie2?)$/

/** The longest value that is kept of a header that CORS doesn't read. */
const LONGEST = 120

/** Returns the headers of a message that a verdict needs. */
export const keptHeaders = (headers: HeaderList, side: 'request' | 'response'): HeaderList =>
  headers.filter(({ name }) => !(side === 'request' ? REQUEST : RESPONSE).test(asciiLower(name)))

/**
 * Returns as much of a header's value, its secrets masked, as a verdict needs. Of the browser, only name and version
 * matter: older versions don't send some headers.
 */
export function keptValue(name: string, value: string): string {
  if (isName(name, 'User-Agent'))
    return (
      value.match(/\b(?:AppleWebKit|(?:Headless)?Chrome|CriOS|FxiOS|Firefox|Version|Safari)\/[\d.]+/g) ?? []
    ).join(' ')
  return isDecisive(name) ? value : value.slice(0, LONGEST)
}

const isDecisive = (name: string): boolean =>
  /^(?:access-control-|sec-fetch-)/i.test(name) ||
  ['Origin', 'Location', 'Content-Type', 'Accept', 'Accept-Language', 'Content-Language', 'Range'].some(
    (one) => isName(name, one),
  )
