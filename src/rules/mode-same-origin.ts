import { currentUrl } from '../fetch/request.ts'
import { code, text } from '../text/text.ts'
import { defineRule } from './rule.ts'

/**
 * The request's mode is "same-origin", but the URL has another origin.
 *
 * Example: `fetch('https://api.example', { mode: 'same-origin' })`.
 * Instead: remove `mode`.
 */
export default defineRule({
  id: 'mode-same-origin',
  means: 'The request\'s mode is "same-origin", but the URL has another origin.',
  match: ({ request }) => ({ url: currentUrl(request), origin: request.origin }),
  brief: () => text`mode is "same-origin"`,
  summary: ({ url, origin }) =>
    text`The request's mode is "same-origin", but ${code(url)} isn't on ${code(origin)}.`,
  detail: () =>
    text`Remove ${code('mode')} from the request, so that it is "cors". No server can change this.`,
  evidence: () => ['url'],
  fix: () => [{ type: 'client', what: 'mode' }],
})
