import { engines } from '../engines/index.ts'
import { maxAgeLimit } from '../engines/max-age-limit.ts'
import { responseHeader } from '../evidence/place.ts'
import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { preflightsOf } from './cors-response.ts'

/**
 * The server sets a longer max age for its preflight than the browser supports.
 *
 * Example: `Access-Control-Max-Age: 86400`, which Chrome limits to 7200 seconds.
 */
export default defineCaution({
  id: 'max-age-above-limit',
  notice: (verdict) => {
    const { browser } = verdict.exchange.recording
    const engine = browser === 'unknown' ? 'chromium' : browser
    for (const entry of preflightsOf(verdict)) {
      const value = get(entry.response.headers, 'Access-Control-Max-Age') ?? ''
      if (/^\d+$/.test(value) && Number(value) > maxAgeLimit(engine)) return { entry, value, engine }
    }
    return null
  },
  summary: ({ value, engine }) =>
    text`${code(`Access-Control-Max-Age: ${value}`)} is capped at ${maxAgeLimit(engine)} seconds in ${engines[engine].title}.`,
  detail: () =>
    text`The limits: Chrome ${maxAgeLimit('chromium')}, Firefox ${maxAgeLimit('firefox')}, Safari ${maxAgeLimit('webkit')}. Larger values only delay policy changes; ${maxAgeLimit('chromium')} is enough.`,
  evidence: ({ entry }) => responseHeader(entry, 'Access-Control-Max-Age'),
})
