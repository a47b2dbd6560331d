import { requestedHeaderNames } from '../../evidence/is-preflight.ts'
import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { corsHeaderNames, varyNames, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { originReader } from '../../reading/grant-readers.ts'
import type { Siblings } from '../../reading/siblings.ts'
import { code, list, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The middleware refused the method or a header, and therefore left out every CORS header.
 *
 * Example: rs/cors sends a 204 with only `Vary`, so the browser reports a missing `Access-Control-Allow-Origin`.
 */
export default defineRootCause({
  id: 'middleware-drops-all',
  family: 'layers',
  after: ['rack-cors-says-why'],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'preflight' || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    if (corsHeaderNames(entry).length > 0) return null
    if (!varyNames(entry).includes('access-control-request-method')) return null
    const origin = get(entry.request.headers, 'Origin')
    const method = get(entry.request.headers, 'Access-Control-Request-Method') ?? ''
    return { entry, method, names: requestedHeaderNames(entry), passed: passedFor(origin, siblings) }
  },
  confidence: ({ passed }) => (passed ? 'high' : 'medium'),
  summary: ({ method }) => text`The middleware refused the preflight for ${code(method)} without a reason.`,
  detail: ({ method, names, passed }) =>
    text`The response has ${code('Vary: Access-Control-Request-Method')} but no CORS header: some middlewares drop them all when anything isn't allowed. ${
      passed
        ? "Another preflight shows that the origin is allowed, so it's the method or a header."
        : "The origin, the method or a header isn't on its list."
    } Allow the method ${code(method)}${
      names.length === 0 ? '' : text` and the headers ${list(names.map(code))}`
    }${passed ? '' : ', and check the origin'}.${
      names.length > 1
        ? text` Some refuse an allowed list if a proxy adds spaces to ${code('Access-Control-Request-Headers')}.`
        : ''
    } Some have a debug option that prints the reason.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Vary'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...requestHeader(entry, 'Access-Control-Request-Method'),
    ...requestHeader(entry, 'Access-Control-Request-Headers'),
  ],
})

const passedFor = (origin: string | null, siblings: Siblings): boolean =>
  origin !== null &&
  siblings
    .read(originReader)
    .some(
      ({ preflight, origin: asked, allowOrigin }) =>
        preflight && asked === origin && (allowOrigin === '*' || allowOrigin === origin),
    )
