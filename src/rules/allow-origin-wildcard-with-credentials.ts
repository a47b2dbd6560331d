import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowThisOrigin, neverAllowNull } from './allow-origin.ts'
import { defineRule, requestHeaderReference, responseHeaderReference } from './rule.ts'

/**
 * `Access-Control-Allow-Origin: *` does not count for a request whose credentials mode is "include".
 *
 * Example: `fetch(url, { credentials: 'include' })` answered with `*`.
 * Instead: answer with the request's origin and `Vary: Origin`, or do not send credentials.
 */
export default defineRule({
  id: 'allow-origin-wildcard-with-credentials',
  means: '`Access-Control-Allow-Origin: *` does not count for a request whose credentials mode is "include".',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    return args.value === '*' && failure.request.credentialsMode === 'include' ? args : null
  },
  summary: ({ response }) =>
    text`The ${response} allows ${code('*')}, which does not count with credentials.`,
  detail: ({ origin, page }) =>
    text`With the credentials mode "include" ${
      origin === 'null'
        ? text`the server would have to name the origin. ${neverAllowNull(page)}`
        : text`the server must name the origin: ${code(origin)}, with ${code('Access-Control-Allow-Credentials: true')} and ${code('Vary: Origin')}.`
    } If the page needs no cookies here, drop ${code("credentials: 'include'")} (in XMLHttpRequest: ${code('withCredentials')}) instead.`,
  evidence: () => [
    responseHeaderReference('Access-Control-Allow-Origin'),
    requestHeaderReference('Sec-Fetch-Storage-Access'),
    requestHeaderReference('Cookie'),
  ],
  fix: allowThisOrigin,
})
