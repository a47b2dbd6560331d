import { presentHeaders, status } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { answeredBy } from '../../reading/answered-by.ts'
import { headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * API Gateway created the response itself: it refused the request, or the function behind it failed.
 *
 * Example: 403 `MissingAuthenticationTokenException`, because there is no OPTIONS method at that path.
 */
export default defineRootCause({
  id: 'api-gateway-error',
  family: 'errors',
  after: ['auth-before-cors'],
  recognize: (verdict) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.status < 400) return null
    const { entry } = blocked
    // A function URL has the same header for its errors, but no gateway whose responses can be configured.
    if (answeredBy(entry)?.id === 'lambda-url') return null
    const named = headerOf(entry, 'x-amzn-errortype')
    const error = named?.split(':', 1)[0] ?? byLength(entry)
    return error === null ? null : { entry, error, named: named !== null }
  },
  confidence: ({ named }) => (named ? 'high' : 'medium'),
  summary: ({ error, entry }) =>
    text`API Gateway made this response itself: ${code(error)} (${entry.response.status}), without CORS headers.`,
  detail: ({ error, entry, named }) =>
    text`${named ? '' : text`The response has the gateway's id and the length of this message. `}${
      /Missing ?Authentication ?Token|Not Found/.test(error)
        ? text`No method ${code(entry.request.method)} is deployed at this path. Add it, deploy the stage again, and check the stage's name in the URL.`
        : /Unauthorized|AccessDenied|Forbidden/.test(error)
          ? 'An authorizer, a key or a policy refused the request before the function ran. Remove the authorizer from OPTIONS.'
          : ofIntegration(entry)
    } ${
      headerOf(entry, 'apigw-requestid') === null
        ? text`Under "Gateway responses", add ${code('Access-Control-Allow-Origin')} to DEFAULT 4XX and DEFAULT 5XX, so that pages can read such errors.`
        : 'Set CORS on the API: an HTTP API then responds to preflights itself, before routes and authorizers.'
    }`,
  evidence: ({ entry }) => [
    ...presentHeaders(entry, 'x-amzn-errortype', 'x-amz-apigw-id', 'apigw-requestid', 'Content-Length'),
    status(entry),
  ],
})

/** The meaning of an error without a more precise name. 5xx: the function failed, or the gateway couldn't reach it. */
const ofIntegration = ({ response }: HarEntry): string =>
  response.status === 504
    ? "The function or server behind it didn't respond within the gateway's time limit (29 seconds by default)."
    : response.status >= 500
      ? 'The function behind it threw an error, or returned something other than a status, headers and a body as text: its log says which.'
      : 'The gateway refused the request before the function ran.'

/** The message of an error without a name, by status and length of `{"message":"…"}`. */
function byLength(entry: HarEntry): string | null {
  if (headerOf(entry, 'apigw-requestid') === null && headerOf(entry, 'x-amz-apigw-id') === null) return null
  return SENTENCES.get(`${entry.response.status} ${headerOf(entry, 'Content-Length')}`) ?? null
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['401 26', 'Unauthorized'],
  ['403 23', 'Forbidden'],
  ['403 42', 'Missing Authentication Token'],
  ['404 23', 'Not Found'],
])
