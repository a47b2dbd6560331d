import { shortUrl } from '../../evidence/address.ts'
import { failure, responseHeader, status } from '../../evidence/place.ts'
import { isRedirectStatus } from '../../fetch/response.ts'
import { netErrors } from '../../reading/net-errors.ts'
import { namedError } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The page's redirect mode is "manual", so it gets the redirect itself, not its target.
 *
 * Example: `fetch(url, {redirect: 'manual'})`, whose response has type "opaqueredirect" and status 0.
 */
export default defineRootCause({
  id: 'redirect-mode-manual',
  family: 'redirects',
  recognize: (verdict) => {
    const named = namedError(verdict, netErrors.aborted)
    const { chain } = verdict.exchange
    const before = chain[chain.length - 2]?.actual ?? null
    if (named === null || named.entry.response.status !== 0 || before === null) return null
    return isRedirectStatus(before.response.status) ? { ...named, before } : null
  },
  confidence: 'medium',
  summary: ({ entry, before }) =>
    text`The redirect (${before.response.status}) to ${code(shortUrl(entry.request.url))} wasn't followed further.`,
  detail: () =>
    text`The request to the redirect's target was never sent. ${code("redirect: 'manual'")} looks like this: the page gets a response of type ${code('opaqueredirect')}, which shows neither status nor headers. A page that aborted at that moment looks the same. To read the target, remove the option.`,
  evidence: ({ entry, before }) => [status(before), ...responseHeader(before, 'Location'), ...failure(entry)],
})
