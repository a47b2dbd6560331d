import { requestedHeaderNames } from '../evidence/is-preflight.ts'
import { responseHeader } from '../evidence/place.ts'
import { extractHeaderListValues, isName } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { preflightsOf } from './cors-response.ts'

/**
 * Only `*` allows `Authorization`, which doesn't work in the standard.
 *
 * Example: a bearer token, and `Access-Control-Allow-Headers: *`.
 */
export default defineCaution({
  id: 'wildcard-covers-authorization',
  notice: (verdict) => {
    if (verdict.type !== 'shared') return null
    for (const entry of preflightsOf(verdict)) {
      const allowed = extractHeaderListValues(entry.response.headers, 'Access-Control-Allow-Headers')
      if (!Array.isArray(allowed) || !allowed.includes('*')) continue
      if (allowed.some((name) => isName(name, 'Authorization'))) continue
      if (requestedHeaderNames(entry).includes('authorization')) return { entry }
    }
    return null
  },
  summary: () =>
    text`${code('Access-Control-Allow-Headers: *')} isn't meant to cover ${code('Authorization')}.`,
  detail: () =>
    text`By the standard, ${code('Authorization')} must be listed. Browsers still accept ${code('*')}; Firefox warns that it will stop. Send ${code('Access-Control-Allow-Headers: *, Authorization')}, or list the headers that the API accepts.`,
  evidence: ({ entry }) => responseHeader(entry, 'Access-Control-Allow-Headers'),
})
