import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The server answered the preflight with a status outside 200 to 299.
 *
 * Example: 401, because the login is asked for before CORS is looked at; 404 or 405, because no route takes OPTIONS.
 * Instead: answer OPTIONS with 204 before authentication and routing.
 */
export default defineRule({
  id: 'preflight-status-not-ok',
  means: 'The server answered the preflight with a status outside 200 to 299.',
  match: ({ response }) => ({ status: response?.status ?? 0 }),
  summary: ({ status }) =>
    text`The server answered the preflight with status ${code(String(status))}, not 200 to 299.`,
  detail: ({ status }) =>
    text`${why(status)} Answer OPTIONS with 204 and the CORS headers before anything else handles the request.`,
  evidence: () => ['status', responseHeaderReference('Allow'), responseHeaderReference('WWW-Authenticate')],
  fix: () => [{ type: 'answer preflight' }],
})

function why(status: number): string {
  if (status === 401 || status === 407) {
    return 'A preflight never carries credentials, so it can never log in: authentication must let OPTIONS pass.'
  }
  if (status === 403) return 'Something refused OPTIONS itself: a firewall, an access rule, a CSRF check.'
  if (status === 404) return 'No route takes OPTIONS at this URL, or the URL is wrong.'
  if (status === 405 || status === 501) return 'The server does not take the method OPTIONS at this URL.'
  if (status === 429) return 'A rate limit counted the preflight as a request.'
  if (status >= 500) return 'The server failed on OPTIONS, or a proxy could not reach it.'
  if (status >= 300 && status <= 399)
    return 'A preflight response must have an ok status; this is neither that nor an answer.'
  return 'Any status from 200 to 299 would do.'
}
