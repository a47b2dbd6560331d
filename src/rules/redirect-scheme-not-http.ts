import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect leaves http and https.
 *
 * Example: `Location: myapp://done`.
 * Instead: redirect to http(s), or answer with the address in the body.
 */
export default defineRule({
  id: 'redirect-scheme-not-http',
  means: 'The redirect leaves http and https.',
  match: ({ response }) => ({ location: get(response?.headerList ?? [], 'Location') ?? '' }),
  summary: ({ location }) => text`The redirect leads to ${code(location)}, which is neither http nor https.`,
  detail: () => text`A fetch only follows redirects to http and https.`,
  evidence: () => [responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
