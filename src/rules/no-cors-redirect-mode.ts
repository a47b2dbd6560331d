import { code, text } from '../text/text.ts'
import { defineRule } from './rule.ts'

/**
 * Mode "no-cors" goes with no other redirect mode than "follow".
 *
 * Example: `{ mode: 'no-cors', redirect: 'error' }`.
 * Instead: leave both out.
 */
export default defineRule({
  id: 'no-cors-redirect-mode',
  means: 'Mode "no-cors" goes with no other redirect mode than "follow".',
  match: ({ request }) => ({ redirectMode: request.redirectMode }),
  summary: ({ redirectMode }) =>
    text`The request's mode is "no-cors" and its redirect mode ${code(redirectMode)}; only "follow" goes.`,
  detail: () => text`Leave ${code('mode')} out; an opaque response could not be read anyway.`,
  evidence: () => ['url'],
  fix: () => [{ type: 'client', what: 'mode' }],
})
