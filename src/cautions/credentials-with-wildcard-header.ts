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
  summary: () => text`${code('Access-Control-Allow-Credentials: true')} has no effect beside ${code('*')}.`,
  detail: () =>
    text`For requests with credentials ${code('*')} does not count, so this pair allows what ${code('*')} alone allows, and every request with credentials is blocked. If cookies are wanted, name the page's origin and send ${code('Vary: Origin')}; if not, drop the second header. Never answer with whatever origin asks: then every site reads with the user's cookies.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Credentials'),
  ],
})
