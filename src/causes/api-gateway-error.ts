import { code, text } from '../text/text.ts'
import { hostOf } from './address.ts'
import { header, withoutAllowOrigin } from './blocked-by.ts'
import { defineCause } from './cause.ts'
import { presentHeaders, status } from './place.ts'

/**
 * API Gateway answered itself, before any function ran.
 *
 * Example: 403 `MissingAuthenticationTokenException`, because there is no OPTIONS method at that path.
 */
export default defineCause({
  id: 'api-gateway-error',
  recognise: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.status < 400) return null
    const error = header(blocked.entry, 'x-amzn-errortype')
    if (error === null) return null
    const { entry } = blocked
    return { entry, error: error.split(':', 1)[0] ?? error, host: hostOf(entry.request.url) }
  },
  confidence: 'high',
  summary: ({ error, entry }) =>
    text`API Gateway answered itself: ${code(error)} (${entry.response.status}), without CORS headers.`,
  detail: ({ error, entry }) =>
    text`${
      /MissingAuthenticationToken/.test(error)
        ? text`In spite of its name, the error means that no method is deployed at this path: for ${code(entry.request.method)} here. Add it, deploy the stage again, and check the stage's name in the URL.`
        : /Unauthorized|AccessDenied|Forbidden/.test(error)
          ? 'The authorizer refused the request before the function ran. OPTIONS must have no authorizer.'
          : 'The gateway refused the request before the function ran.'
    } Under "Gateway responses", add ${code('Access-Control-Allow-Origin')} to DEFAULT 4XX and DEFAULT 5XX, so that pages can read such errors.`,
  evidence: ({ entry }) => [
    ...presentHeaders(entry, 'x-amzn-errortype', 'x-amz-apigw-id', 'apigw-requestid'),
    status(entry),
  ],
})
