import { get } from '../fetch/header-list.ts'
import { isRedirect } from '../fetch/response.ts'
import { code, text } from '../text/text.ts'
import { defineRule, responseHeaderReference } from './rule.ts'

/**
 * The server redirected the preflight, which browsers don't follow.
 *
 * Example: OPTIONS http://api.example/items is redirected to https, or to the same path with a slash.
 * Instead: call the final URL, and respond to OPTIONS before anything redirects.
 */
export default defineRule({
  id: 'preflight-redirected',
  means: "The server redirected the preflight, which browsers don't follow.",
  match: ({ response }) =>
    response !== null && isRedirect(response)
      ? { status: response.status, location: get(response.headerList, 'Location') ?? '' }
      : null,
  brief: ({ status }) => text`preflight redirected (${status})`,
  summary: ({ status, location }) => text`The preflight was redirected (${status}) to ${code(location)}.`,
  detail: ({ location }) =>
    text`Browsers don't follow redirects of a preflight. Call ${code(location)} directly if the API is there; otherwise respond to OPTIONS before the rule that redirects (to https, a trailing slash or a login).`,
  evidence: () => ['status', responseHeaderReference('Location')],
  fix: () => [{ type: 'answer preflight' }],
})
