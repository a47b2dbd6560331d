import { currentUrl } from '../fetch/request.ts'
import { code, text } from '../text/text.ts'
import { defineRule } from './rule.ts'

/**
 * CORS is for http and https.
 *
 * Example: a page opened from the disk asks for `file:///data.json`.
 * Instead: serve page and data over http, on localhost for instance.
 */
export default defineRule({
  id: 'scheme-not-http',
  means: 'CORS is for http and https.',
  match: ({ request }) => ({ url: currentUrl(request) }),
  summary: ({ url }) => text`${code(url)} is neither http nor https.`,
  detail: () =>
    text`Cross-origin requests exist for http and https only. Serve the file by a small web server on localhost.`,
  evidence: () => ['url'],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
