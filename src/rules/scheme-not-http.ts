import { currentUrl } from '../fetch/request.ts'
import { code, text } from '../text/text.ts'
import { defineRule } from './rule.ts'

/**
 * CORS only works with http and https.
 *
 * Example: a page opened from disk loads `file:///data.json`.
 * Instead: serve page and data over http, on localhost for instance.
 */
export default defineRule({
  id: 'scheme-not-http',
  means: 'CORS only works with http and https.',
  match: ({ request }) => ({ url: currentUrl(request) }),
  brief: () => text`not http or https`,
  summary: ({ url }) => text`${code(url)} isn't http or https.`,
  detail: () =>
    text`Cross-origin requests only work with http and https. Serve the file with a small web server on localhost.`,
  evidence: () => ['url'],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
