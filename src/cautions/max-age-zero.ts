import { maxAgeLimit } from '../engines/max-age-limit.ts'
import { responseHeader } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { preflightsOf } from './cors-response.ts'

/**
 * The server forbids caching its preflight.
 *
 * Example: `Access-Control-Max-Age: 0`, left over from debugging.
 */
export default defineCaution({
  id: 'max-age-zero',
  notice: (verdict) => {
    for (const entry of preflightsOf(verdict)) {
      const value = get(entry.response.headers, 'Access-Control-Max-Age') ?? ''
      if (/^(0+|-\d+)$/.test(value)) return { entry, value }
    }
    return null
  },
  summary: ({ value }) =>
    text`${code(`Access-Control-Max-Age: ${value}`)} makes the browser send a preflight with every request.`,
  detail: () =>
    text`That costs an extra round trip. With ${code(`Access-Control-Max-Age: ${maxAgeLimit('chromium')}`)}, the browser sends one preflight per URL every two hours; without the header, it caches the response for 5 seconds.`,
  evidence: ({ entry }) => responseHeader(entry, 'Access-Control-Max-Age'),
})
