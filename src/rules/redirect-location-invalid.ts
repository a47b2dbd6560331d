import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect's `Location` isn't a URL.
 *
 * Example: `Location: http://`.
 * Instead: send a valid URL.
 */
export default defineRule({
  id: 'redirect-location-invalid',
  means: "The redirect's `Location` isn't a URL.",
  match: ({ response }) => ({ location: get(response?.headerList ?? [], 'Location') ?? '' }),
  brief: () => text`redirect to an invalid URL`,
  summary: ({ location }) => text`The redirect leads to ${code(location)}, which isn't a URL.`,
  detail: () => text`Correct the ${code('Location')} that the server sends, or call the final URL.`,
  evidence: () => [responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
