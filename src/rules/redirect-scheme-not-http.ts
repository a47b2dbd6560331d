import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect leads to a URL that isn't http or https.
 *
 * Example: `Location: myapp://done`.
 * Instead: redirect to http(s), or send the address in the body.
 */
export default defineRule({
  id: 'redirect-scheme-not-http',
  means: "The redirect leads to a URL that isn't http or https.",
  match: ({ response }) => ({ location: get(response?.headerList ?? [], 'Location') ?? '' }),
  brief: () => text`redirect leaves http and https`,
  summary: ({ location }) => text`The redirect leads to ${code(location)}, which isn't http or https.`,
  detail: () => text`Browsers only follow redirects to http and https.`,
  evidence: () => [responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
