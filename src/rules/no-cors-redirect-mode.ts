import { code, text } from '../text/text.ts'
import { defineRule } from './rule.ts'

/**
 * Mode "no-cors" only works with redirect mode "follow".
 *
 * Example: `{ mode: 'no-cors', redirect: 'error' }`.
 * Instead: remove both.
 */
export default defineRule({
  id: 'no-cors-redirect-mode',
  means: 'Mode "no-cors" only works with redirect mode "follow".',
  match: ({ request }) => ({ redirectMode: request.redirectMode }),
  brief: ({ redirectMode }) => text`"no-cors" with redirect ${code(redirectMode)}`,
  summary: ({ redirectMode }) =>
    text`The request's mode is "no-cors" and its redirect mode ${code(redirectMode)}; only "follow" works.`,
  detail: () => text`Remove ${code('mode')}; the page couldn't read the response anyway.`,
  evidence: () => ['url'],
  fix: () => [{ type: 'client', what: 'mode' }],
})
