import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect leads to something that is not a URL.
 *
 * Example: `Location: http://`.
 * Instead: send a valid URL.
 */
export default defineRule({
  id: 'redirect-location-invalid',
  means: 'The redirect leads to something that is not a URL.',
  match: ({ response }) => ({ location: get(response?.headerList ?? [], 'Location') ?? '' }),
  summary: ({ location }) => text`The redirect leads to ${code(location)}, which is not a URL.`,
  detail: () => text`Correct the ${code('Location')} that the server sends, or ask the final URL.`,
  evidence: () => [responseHeaderReference('Location')],
  fix: () => [{ type: 'client', what: 'request URL' }],
})
