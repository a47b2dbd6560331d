import { presentHeaders, requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isOkStatus } from '../../fetch/response.ts'
import {
  corsHeaderNames,
  headerOf,
  isServer,
  varyNames,
  withoutAllowOrigin,
} from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'
import { isHit } from './cache-hit.ts'

/**
 * A CDN doesn't forward `Origin`, so the server behind it gets a request without one and sends no CORS headers.
 *
 * Example: CloudFront in front of an S3 bucket, with a cache policy that forwards no headers.
 */
export default defineRootCause({
  id: 'cdn-withholds-origin',
  family: 'cache',
  after: ['different-backends'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    const cdn = cdnOf(headerOf(entry, 'Via'), headerOf(entry, 'X-Cache'))
    if (cdn === null || get(entry.request.headers, 'Origin') === null || isHit(entry)) return null
    if (corsHeaderNames(entry).length > 0 || varyNames(entry).includes('origin')) return null
    return { entry, cdn, bucket: isServer(entry, /^(AmazonS3|UploadServer)$/i) }
  },
  confidence: ({ bucket }) => (bucket ? 'medium' : 'low'),
  summary: ({ cdn }) => text`${cdn} may not forward ${code('Origin')} to the server behind it.`,
  detail: ({ bucket }) =>
    text`${
      bucket
        ? 'The bucket behind it sends CORS headers, and Vary: Origin, only if the request has an Origin.'
        : 'Many servers send CORS headers, and Vary: Origin, only if the request has an Origin.'
    } This response, fresh from the CDN, has neither. Have the CDN forward ${code('Origin')} (and ${code('Access-Control-Request-Method')} and ${code('-Headers')} of preflights) and add it to its cache key, or add the headers itself. Call the server behind it with curl to check that it sends them.`,
  evidence: ({ entry }) => [
    ...presentHeaders(entry, 'Via', 'X-Cache', 'Server'),
    ...requestHeader(entry, 'Origin'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeader(entry, 'Vary'),
  ],
})

function cdnOf(via: string | null, cache: string | null): string | null {
  if (/\(CloudFront\)|from cloudfront/i.test(`${via} ${cache}`)) return 'CloudFront'
  if (/\bvarnish\b/i.test(via ?? '')) return 'Varnish'
  return null
}
