import { pathOf } from '../../evidence/address.ts'
import { presentHeaders, responseHeader, status } from '../../evidence/place.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { isActual, isOwn } from '../../reading/api-response.ts'
import { goodPreflight, headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { allowedAtPathReader } from '../../reading/grant-readers.ts'
import type { Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A configuration responds to OPTIONS with CORS headers; code responds to all other requests without them.
 *
 * Example: "Enable CORS" in API Gateway handles the preflight, but the Lambda function behind it sends no headers.
 */
export default defineRootCause({
  id: 'handler-forgot-headers',
  family: 'layers',
  after: ['headers-for-some-methods', 's3-rule'],
  yieldsTo: ['img-cached-then-fetch'],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    const own = goodPreflight(verdict, blocked)
    const preflight = own ?? beside(verdict, siblings, pathOf(entry.request.url))
    if (preflight === null) return null
    const gateway = headerOf(preflight, 'x-amz-apigw-id') ?? headerOf(preflight, 'apigw-requestid')
    return { entry, preflight, own: own !== null, gateway: gateway !== null }
  },
  confidence: ({ own }) => (own ? 'high' : 'medium'),
  summary: ({ entry }) =>
    text`The preflight has the CORS headers; the response to ${code(entry.request.method)} (${entry.response.status}) has none.`,
  detail: ({ gateway }) =>
    text`OPTIONS and the actual request are handled in different places, and only one sends CORS headers. ${
      gateway
        ? text`Behind API Gateway with a proxy integration, the function itself must return ${code('Access-Control-Allow-Origin')}; "Enable CORS" only covers OPTIONS.`
        : text`Send ${code('Access-Control-Allow-Origin')} from the handler or a middleware before it too (with ${code('Access-Control-Allow-Credentials')} if the page sends cookies).`
    }`,
  evidence: ({ entry, preflight }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    status(entry),
    ...responseHeader(preflight, 'Access-Control-Allow-Origin'),
    ...presentHeaders(preflight, 'x-amz-apigw-id', 'apigw-requestid'),
  ],
})

/** A preflight for the same path that passed for another fetch, if no response of the path has the header. */
function beside(verdict: Verdict, siblings: Siblings, path: string) {
  const allowed = siblings.read(allowedAtPathReader, path)
  if (allowed.some(isActual)) return null
  const found = allowed.find((answer) => answer.preflight && !isOwn(answer, verdict))
  return found?.entry ?? null
}
