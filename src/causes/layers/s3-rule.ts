import { hostOf } from '../../evidence/address.ts'
import { presentHeaders, requestHeader, status } from '../../evidence/place.ts'
import { isServer, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * No rule of the bucket's CORS configuration covers this request.
 *
 * Example: the rules allow GET, and the page uploads with PUT.
 */
export default defineRootCause({
  id: 's3-rule',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || !isServer(blocked.entry, /^AmazonS3$/i)) return null
    const preflight = blocked.phase === 'preflight'
    if (preflight && blocked.status !== 403) return null
    return { entry: blocked.entry, preflight, host: hostOf(blocked.entry.request.url) }
  },
  confidence: ({ preflight }) => (preflight ? 'high' : 'medium'),
  summary: ({ host, entry }) =>
    text`No CORS rule of the bucket at ${code(host)} covers this request (${entry.response.status}).`,
  detail: ({ preflight }) =>
    text`${
      preflight
        ? 'S3 answers a preflight with 403 when no rule matches its origin, its method and all of its headers.'
        : 'S3 sends no CORS headers where the bucket has no rule for this origin and method.'
    } Put the page's origin (without a slash at its end) into ${code('AllowedOrigins')}, the method into ${code('AllowedMethods')}, the headers into ${code('AllowedHeaders')}. ${
      preflight ? '' : 'Behind CloudFront, the Origin header has to be forwarded to the bucket as well.'
    }`,
  evidence: ({ entry, preflight }) => [
    status(entry),
    ...presentHeaders(entry, 'Server'),
    ...requestHeader(entry, 'Origin'),
    ...(preflight
      ? [
          ...requestHeader(entry, 'Access-Control-Request-Method'),
          ...requestHeader(entry, 'Access-Control-Request-Headers'),
        ]
      : []),
  ],
})
