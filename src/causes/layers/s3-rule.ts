import { hostOf } from '../../evidence/address.ts'
import { presentHeaders, requestHeader, status } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
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
    if (blocked === null || !isStorage(blocked.entry)) return null
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
        ? 'S3 responds to a preflight with 403 if no rule matches its origin, its method and all its headers.'
        : 'S3 sends no CORS headers if the bucket has no rule for this origin and method.'
    } Add the page's origin (no trailing slash) to ${code('AllowedOrigins')}, the method to ${code('AllowedMethods')} and the headers to ${code('AllowedHeaders')}. ${
      preflight ? '' : 'Behind CloudFront, also forward the Origin header to the bucket.'
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

/** S3 names itself; other servers of its kind send the same error. */
const isStorage = (entry: HarEntry): boolean =>
  isServer(entry, /^AmazonS3$/i) || /\bCORSResponse: /.test(entry.response.errorBody ?? '')
