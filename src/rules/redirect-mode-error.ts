import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The request's redirect mode is "error", and the server redirected it.
 *
 * Example: `fetch(url, { redirect: 'error' })`, and the server responds with 302.
 * Instead: call the final URL, or allow redirects.
 */
export default defineRule({
  id: 'redirect-mode-error',
  means: 'The request\'s redirect mode is "error", and the server redirected it.',
  match: ({ response }) => ({ status: response?.status ?? 0 }),
  brief: ({ status }) => text`redirect (${status}) with mode "error"`,
  summary: ({ status }) =>
    text`The server redirects (${status}), but the request's redirect mode is ${code('error')}.`,
  detail: () => text`Call the final URL, or remove ${code('redirect')} from the request.`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'redirect mode' }],
})
