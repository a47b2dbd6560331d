import { shortUrl } from '../../evidence/address.ts'
import { failure, responseHeader, url } from '../../evidence/place.ts'
import { isMixedContent, refusedBeforeSending } from '../../reading/refused-before-sending.ts'
import { pageOriginOf } from '../../reading/unexplained.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A page loaded over https requested an http URL.
 *
 * Example: `fetch('http://api.example/items')` on `https://app.example`.
 */
export default defineRootCause({
  id: 'mixed-content',
  family: 'policy',
  recognize: (verdict) => {
    const refused = refusedBeforeSending(verdict)
    if (refused === null) return null
    if (refused.reason === null ? !isMixedContent(verdict, refused) : refused.reason !== 'mixed-content')
      return null
    const redirected = refused.entry.request.url !== refused.target
    return { ...refused, redirected, page: pageOriginOf(verdict) ?? 'https:' }
  },
  confidence: 'high',
  summary: ({ page, target, redirected }) =>
    redirected
      ? text`A redirect led the page at ${code(page)} to ${code(shortUrl(target))}.`
      : text`The page at ${code(page)} requested ${code(shortUrl(target))}.`,
  brief: ({ redirected }) =>
    redirected ? text`redirected from https to http` : text`http request of an https page`,
  detail: ({ redirected }) =>
    text`An https page can't request http URLs (mixed content); the browser sends nothing. ${
      redirected
        ? text`Make the server redirect to ${code('https:')}: behind a proxy that terminates TLS, frameworks often build ${code('Location')} from the inner http address.`
        : text`Call the API over ${code('https:')}.`
    }`,
  evidence: ({ entry, redirected }) => [
    ...(redirected ? responseHeader(entry, 'Location') : [url(entry)]),
    ...failure(entry),
  ],
})
