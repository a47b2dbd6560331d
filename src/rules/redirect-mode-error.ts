import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The page asked not to be redirected, and was.
 *
 * Example: `fetch(url, { redirect: 'error' })` answered with 302.
 * Instead: ask the final URL, or let redirects be followed.
 */
export default defineRule({
  id: 'redirect-mode-error',
  means: 'The page asked not to be redirected, and was.',
  match: ({ response }) => ({ status: response?.status ?? 0 }),
  summary: ({ status }) =>
    text`The server redirects (${status}), and the request's redirect mode is ${code('error')}.`,
  detail: () =>
    text`The page's own setting ends the request. Ask the final URL, or leave ${code('redirect')} out.`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'redirect mode' }],
})
