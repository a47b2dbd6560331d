import { get } from '../fetch/header-list.ts'
import { isRedirect } from '../fetch/response.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The server answered the preflight with a redirect, which no browser follows.
 *
 * Example: OPTIONS http://api.example/items is sent on to https, or to the same path with a slash.
 * Instead: ask the final URL, and answer OPTIONS before anything redirects.
 */
export default defineRule({
  id: 'preflight-redirected',
  means: 'The server answered the preflight with a redirect, which no browser follows.',
  match: ({ response }) =>
    response !== null && isRedirect(response)
      ? { status: response.status, location: get(response.headerList, 'Location') ?? '' }
      : null,
  summary: ({ status, location }) => text`The preflight was redirected (${status}) to ${code(location)}.`,
  detail: ({ location }) =>
    text`A CORS-preflight request is never redirected: its answer must come from the URL that the page asks. Ask ${code(location)} from the page if that is where the API lives; otherwise let the server answer OPTIONS before the rule that redirects (to https, to a trailing slash, to a login).`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'answer preflight' }],
})
