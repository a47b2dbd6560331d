import { get } from '../fetch/header-list.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The redirect leads to a URL with a user name or password.
 *
 * Example: `Location: https://user:secret@api.example/`.
 * Instead: redirect without them; authenticate by a header.
 */
export default defineRule({
  id: 'redirect-url-includes-credentials',
  means: 'The redirect leads to a URL with a user name or password.',
  match: ({ response }) => ({ location: get(response?.headerList ?? [], 'Location') ?? '' }),
  brief: () => text`redirect to a URL with a password`,
  summary: ({ location }) =>
    text`The redirect leads to a URL with a user name or password: ${code(location)}.`,
  detail: () =>
    text`Browsers don't follow cross-origin redirects with credentials in the URL. Redirect to the same address without them.`,
  evidence: () => [responseHeaderReference('Location')],
  fix: () => [{ type: 'redirect without credentials' }],
})
