import { hypotheses } from '../evidence/hypotheses.ts'
import { responseHeader, responseHeaders } from '../evidence/place.ts'
import { asciiLower, get } from '../fetch/header-list.ts'
import { corsExposedHeaderNames, isCorsSafelistedResponseHeaderName } from '../fetch/response-headers.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { code, list, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { sharedResponse } from './cors-response.ts'
import { isInfrastructure } from './infrastructure.ts'

/**
 * The response has application headers that script can't read.
 *
 * Example: `X-Total-Count: 120` without `Access-Control-Expose-Headers: X-Total-Count`.
 */
export default defineCaution({
  id: 'response-header-not-exposed',
  notice: (verdict) => {
    const entry = sharedResponse(verdict)
    if (entry === null || !isForScript(entry)) return null
    const response = { status: entry.response.status, headerList: entry.response.headers }
    // If the credentials mode isn't known, only headers that script can't read in any mode are certain.
    const exposed = new Set(
      hypotheses(verdict.exchange).flatMap(({ request }) => corsExposedHeaderNames(request, response)),
    )
    const isReadable = (name: string): boolean =>
      isCorsSafelistedResponseHeaderName(name, exposed.has(asciiLower(name)) ? [asciiLower(name)] : [])
    const names = entry.response.headers
      .map(({ name }) => name)
      .filter((name) => !isReadable(name) && !isNoise(entry, name))
    const distinct = [...new Map(names.map((name) => [asciiLower(name), name])).values()]
    if (distinct.length === 0) return null
    return { entry, names: distinct, exposed: get(entry.response.headers, 'Access-Control-Expose-Headers') }
  },
  summary: ({ names }) => {
    const shown = names.slice(0, 3).map(code)
    const more = names.length - shown.length
    return text`Script can't read ${list(more > 0 ? [...shown, `${more} more`] : shown)} in this response.`
  },
  detail: ({ names, exposed }) =>
    text`Script only sees safelisted headers and those in ${code('Access-Control-Expose-Headers')}; ${code('headers.get()')} returns null for others. ${
      exposed === '*' ? text`${code('*')} isn't a wildcard for requests with credentials. ` : ''
    }If the page needs ${list(names.map(code), 'or')}, send ${code(`Access-Control-Expose-Headers: ${names.join(', ')}`)} with this response, not the preflight response.`,
  evidence: ({ entry, names }) => [
    ...responseHeader(entry, 'Access-Control-Expose-Headers'),
    ...responseHeaders(entry, names),
  ],
})

/** Only fetch and XMLHttpRequest read headers; elements don't. */
function isForScript({ request, vendor }: HarEntry): boolean {
  if (vendor.resourceType !== null) return ['fetch', 'xhr'].includes(vendor.resourceType)
  return (get(request.headers, 'Sec-Fetch-Dest') ?? 'empty') === 'empty'
}

/** For an upload, `ETag` is part of the result (storage services); for a download, it's only for the cache. */
const isNoise = ({ request }: HarEntry, name: string): boolean =>
  isInfrastructure(name) || (asciiLower(name) === 'etag' && ['GET', 'HEAD'].includes(request.method))
