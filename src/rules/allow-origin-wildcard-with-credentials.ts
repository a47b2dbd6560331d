import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowThisOrigin, neverAllowNull } from './allow-origin.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Origin: *` isn't accepted for requests with credentials.
 *
 * Example: `fetch(url, { credentials: 'include' })`, and the response has `*`.
 * Instead: respond with the request's origin and `Vary: Origin`, or don't send credentials.
 */
export default defineRule({
  id: 'allow-origin-wildcard-with-credentials',
  means: "`Access-Control-Allow-Origin: *` isn't accepted for requests with credentials.",
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value === '*' && failure.request.credentialsMode === 'include' ? args : null
  },
  brief: () => text`${code('*')} with credentials`,
  summary: ({ response }) =>
    text`The ${response} allows ${code('*')}, which isn't accepted for requests with credentials.`,
  detail: ({ origin, page }) =>
    text`${origin === 'null' ? text`The server would have to send the exact origin. ${neverAllowNull(page)}` : text`Send ${code(origin)} instead, with ${code('Access-Control-Allow-Credentials: true')} and ${code('Vary: Origin')}.`}`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Origin'),
    requestHeaderReference('Sec-Fetch-Storage-Access'),
    requestHeaderReference('Cookie'),
  ],
  fix: allowThisOrigin,
})
