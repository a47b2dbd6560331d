import { presentHeaders, responseHeader } from '../../evidence/place.ts'
import { headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Rack::Cors runs in debug mode, and states in its own header why it left out the others.
 *
 * Example: `X-Rack-CORS: preflight-miss; deny-method`.
 * https://github.com/cyu/rack-cors/blob/master/lib/rack/cors/result.rb
 */
export default defineRootCause({
  id: 'rack-cors-says-why',
  family: 'layers',
  after: ['rate-limit'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    const said = blocked === null ? null : headerOf(blocked.entry, 'X-Rack-CORS')
    if (blocked === null || said === null) return null
    const [, reason = ''] = /\bmiss\s*;\s*([a-z-]+)/i.exec(said) ?? []
    const why = WHY.get(reason)
    return why === undefined ? null : { entry: blocked.entry, said, why }
  },
  confidence: 'high',
  summary: ({ said }) => text`Rack::Cors reports why it sent no CORS headers: ${code(said)}.`,
  detail: ({ why }) =>
    text`That means: ${why} Check the ${code('allow')} block in ${code('config/initializers/cors.rb')}.`,
  evidence: ({ entry }) => [
    ...presentHeaders(entry, 'X-Rack-CORS'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})

const WHY: ReadonlyMap<string, string> = new Map([
  ['no-origin', "no block of it allows the page's origin."],
  ['no-path', 'a block allows the origin, and no resource line of it covers this path.'],
  ['no-method', 'the preflight reached it without Access-Control-Request-Method.'],
  ['deny-method', 'the resource that covers this path does not allow the method.'],
  ['deny-header', 'the resource that covers this path does not allow one of the headers.'],
])
