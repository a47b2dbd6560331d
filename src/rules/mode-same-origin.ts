import { currentUrl } from '../fetch/request.ts'
import { code, text } from '../text/text.ts'
import { defineRule } from './rule.ts'

/**
 * The page asked for same-origin answers only, of another origin.
 *
 * Example: `fetch('https://api.example', { mode: 'same-origin' })`.
 * Instead: leave `mode` out.
 */
export default defineRule({
  id: 'mode-same-origin',
  means: 'The page asked for same-origin answers only, of another origin.',
  match: ({ request }) => ({ url: currentUrl(request), origin: request.origin }),
  summary: ({ url, origin }) =>
    text`The request's mode is "same-origin", but ${code(url)} is not of ${code(origin)}.`,
  detail: () =>
    text`No server can change this: leave ${code('mode')} out, so that the request's mode is "cors".`,
  evidence: () => ['url'],
  fix: () => [{ type: 'client', what: 'mode' }],
})
