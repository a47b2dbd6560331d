import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The preflight response has a status outside 200 to 299.
 *
 * Example: 401, because authentication runs before CORS; 404 or 405, because no route handles OPTIONS.
 * Instead: respond to OPTIONS with 204 before authentication and routing.
 */
export default defineRule({
  id: 'preflight-status-not-ok',
  means: 'The preflight response has a status outside 200 to 299.',
  match: ({ response }) => ({ status: response?.status ?? 0 }),
  brief: ({ status }) => text`preflight status ${status}`,
  summary: ({ status }) =>
    text`The preflight response has status ${code(String(status))}; browsers require 200 to 299.`,
  detail: ({ status }) =>
    text`${why(status)} Respond to OPTIONS with 204 and the CORS headers before anything else handles the request.`,
  evidence: () => ['status', responseHeaderReference('Allow'), responseHeaderReference('WWW-Authenticate')],
  fix: () => [{ type: 'answer preflight' }],
})

function why(status: number): string {
  if (status === 401 || status === 407) {
    return 'Browsers never send credentials with a preflight, so authentication has to let OPTIONS through.'
  }
  if (status === 403) return 'Something rejected OPTIONS: a firewall, an access rule, a CSRF check.'
  if (status === 404) return 'No route handles OPTIONS at this URL, or the URL is wrong.'
  if (status === 405 || status === 501) return "The server doesn't support OPTIONS at this URL."
  if (status === 429) return 'A rate limit counted the preflight as a request.'
  if (status >= 500) return "The server failed on OPTIONS, or a proxy couldn't reach it."
  if (status >= 300 && status <= 399) return 'A preflight response must have a status from 200 to 299.'
  return 'Any status from 200 to 299 works.'
}
