import { responseHeader } from '../evidence/place.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { allow, corsResponse, preflightsOf } from './cors-response.ts'

/**
 * Two headers that exclude each other.
 *
 * Example: `Access-Control-Allow-Origin: *` beside `Access-Control-Allow-Credentials: true`.
 */
export default defineCaution({
  id: 'credentials-with-wildcard-header',
  notice: (verdict) => {
    const actual = corsResponse(verdict)
    const entries = [...(actual === null ? [] : [actual]), ...preflightsOf(verdict)]
    const entry = entries.find((one) => allow(one, 'Origin') === '*' && allow(one, 'Credentials') === 'true')
    return entry === undefined || verdict.type === 'not-cors' ? null : { entry }
  },
  summary: () => text`${code('Access-Control-Allow-Credentials: true')} has no effect with ${code('*')}.`,
  detail: () =>
    text`${code('*')} isn't accepted for requests with credentials, so they are still blocked. To allow cookies, send the page's origin and ${code('Vary: Origin')}; otherwise, remove the second header. Never send back any origin unchecked: then every site can read with the user's cookies.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Credentials'),
  ],
})
