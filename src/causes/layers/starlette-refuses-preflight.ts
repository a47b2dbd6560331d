import { presentHeaders, requestHeader, status } from '../../evidence/place.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Starlette or FastAPI refused the preflight, and the length of the response shows why.
 *
 * Example: 400 with 23 bytes of text, which is "Disallowed CORS headers".
 */
export default defineRootCause({
  id: 'starlette-refuses-preflight',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.phase !== 'preflight' || blocked.status !== 400) return null
    const { entry } = blocked
    const length = headerOf(entry, 'Content-Length') ?? ''
    const what = WHAT.get(length)
    if (what === undefined || !/^text\/plain/i.test(headerOf(entry, 'Content-Type') ?? '')) return null
    // Its middleware sends the methods and the max age in every response, even refusals.
    if (headerOf(entry, 'Access-Control-Allow-Methods') === null) return null
    return { entry, length, what }
  },
  confidence: 'high',
  summary: ({ what }) => text`The middleware refused the preflight (400) for ${what}.`,
  detail: ({ length }) =>
    text`The response is ${code(length)} bytes of plain text, as long as that message of Starlette and FastAPI. Check ${code('allow_origins')}, ${code('allow_methods')} (only GET unless set) and ${code('allow_headers')} of the CORSMiddleware.`,
  evidence: ({ entry }) => [
    status(entry),
    ...presentHeaders(entry, 'Content-Length', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Methods'),
    ...requestHeader(entry, 'Access-Control-Request-Method'),
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
  ],
})

/** The body "Disallowed CORS origin, method, headers" and its shorter forms, by length. */
const WHAT: ReadonlyMap<string, string> = new Map([
  ['22', 'its origin or its method'],
  ['23', 'its headers'],
  ['30', 'its origin and its method'],
  ['31', 'its headers, and its origin or its method'],
  ['39', 'its origin, its method and its headers'],
])
