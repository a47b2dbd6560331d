import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * More than 20 redirects in a row.
 *
 * Example: two rules of the server that send a request to and fro.
 * Instead: break the loop.
 */
export default defineRule({
  id: 'redirect-limit',
  means: 'More than 20 redirects in a row.',
  match: ({ request }) => ({ count: request.urlList.length }),
  summary: ({ count }) => text`The server redirected ${code(String(count))} times; browsers stop after 20.`,
  detail: () => text`Two rules of the server send the request to and fro.`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
