import { text } from '../text/text.ts'
import { times } from '../text/times.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The server redirected more than 20 times in a row.
 *
 * Example: two of the server's rules redirect to each other.
 * Instead: break the loop.
 */
export default defineRule({
  id: 'redirect-limit',
  means: 'The server redirected more than 20 times in a row.',
  match: ({ request }) => ({ count: request.urlList.length }),
  brief: ({ count }) => text`redirected ${times(count)}`,
  summary: ({ count }) => text`The server redirected ${times(count)}; browsers stop after 20.`,
  detail: () => text`Check the server for two rules that redirect to each other.`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
