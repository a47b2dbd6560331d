import { responseHeaders } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import { code, list, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { corsResponse } from './cors-response.ts'

/**
 * Headers that only belong in a preflight response are in another response.
 *
 * Example: the response to a GET has `Access-Control-Allow-Methods: GET, PUT`.
 */
export default defineCaution({
  id: 'preflight-header-on-response',
  notice: (verdict) => {
    const entry = corsResponse(verdict)
    if (entry === null || entry.request.method === 'OPTIONS') return null
    const names = NAMES.filter((name) => get(entry.response.headers, name) !== null)
    return names.length === 0 ? null : { entry, names }
  },
  summary: ({ names }) => text`Browsers read ${list(names.map(code))} only in preflight responses.`,
  detail: () =>
    text`In the actual response these headers have no effect, and they don't replace an OPTIONS response. You can remove them here.`,
  evidence: ({ entry, names }) => responseHeaders(entry, names),
})

const NAMES = [
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Max-Age',
] as const
