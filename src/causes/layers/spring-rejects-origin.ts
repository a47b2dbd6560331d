import { presentHeaders, requestHeader, status } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { headerOf, varyNames, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Spring refused the request itself, not just its headers.
 *
 * Example: 403 "Invalid CORS request", 20 bytes, for a page or a method that the configuration doesn't allow.
 */
export default defineRootCause({
  id: 'spring-rejects-origin',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.status !== 403) return null
    const { entry } = blocked
    const vary = varyNames(entry)
    const varies = VARY.every((name) => vary.includes(name))
    const sized = headerOf(entry, 'Content-Length') === '20'
    if (!varies && !(sized && blocked.phase === 'preflight')) return null
    return { entry, sure: varies && sized, origin: get(entry.request.headers, 'Origin') ?? 'null' }
  },
  confidence: ({ sure }) => (sure ? 'high' : 'medium'),
  summary: ({ origin }) =>
    text`The server's CORS rules refused the request (403); Spring does that with ${code(origin)}.`,
  detail: ({ origin }) =>
    text`Spring responds with 403 "Invalid CORS request" if the origin, the method or a header isn't in its configuration, even for the actual request. Add ${code(origin)} to ${code('allowedOrigins')} (or ${code('allowedOriginPatterns')}), and the method to ${code('allowedMethods')}. If page and API share an origin, a proxy changed the host or scheme: forward both (${code('server.forward-headers-strategy')}).`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'Content-Length', 'Vary'),
    ...requestHeader(entry, 'Origin'),
  ],
})

const VARY = ['origin', 'access-control-request-method', 'access-control-request-headers']
