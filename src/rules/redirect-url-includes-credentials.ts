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
  summary: ({ location }) =>
    text`The redirect leads to a URL with a user name or password: ${code(location)}.`,
  detail: () =>
    text`A cross-origin redirect must not carry credentials in its URL. Redirect to the same address without them.`,
  evidence: () => [responseHeaderReference('Location')],
  fix: () => [{ type: 'redirect without credentials' }],
})
