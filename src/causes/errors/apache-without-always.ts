import { responseHeader, status } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { headerOf, isServer, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isProxyStatus, sharedBeside } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Apache keeps two lists of headers, and adds those of the usual one to successful responses only.
 *
 * Example: `Header set Access-Control-Allow-Origin …` is there on 200 and missing on 404.
 */
export default defineRootCause({
  id: 'apache-without-always',
  family: 'errors',
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || blocked.status < 400) return null
    const { entry } = blocked
    if (!isApache(entry)) return null
    const good = sharedBeside(verdict, siblings, (one) => one.response.status < 400 && isApache(one))
    const bad = sharedBeside(verdict, siblings, (one) => one.response.status >= 400 && isApache(one))
    if (good === null || bad !== null) return null
    // The application behind it, or inside of it, can forget the headers on its errors as well.
    return { entry, good, own: isProxyStatus(blocked.status) || isOwnPage(entry) }
  },
  confidence: ({ own }) => (own ? 'high' : 'medium'),
  summary: ({ entry, good }) =>
    text`Apache sends the CORS headers with ${good.response.status} and not with ${entry.response.status}.`,
  detail: ({ own }) =>
    text`Without ${code('always')}, ${code('Header set')} adds its header to successful responses, and to none of Apache's own errors. Write ${code('Header always set')} in these lines (and take the others out, lest the header comes twice), so that the page can read errors too; then look at the error itself.${
      own ? '' : ' If an application sends the headers, it is that which leaves them out of errors.'
    }`,
  evidence: ({ entry, good }) => [
    ...responseHeader(entry, 'Server'),
    status(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    status(good),
    ...responseHeader(good, 'Access-Control-Allow-Origin'),
  ],
})

/** Returns whether a response comes from Apache, as far as it says. */
export const isApache = (entry: HarEntry): boolean => isServer(entry, /^Apache(\/|$)/)

/** Apache's own pages are in ISO 8859-1, whatever the application's are in. */
const isOwnPage = (entry: HarEntry): boolean =>
  /^text\/html; charset=iso-8859-1$/i.test(headerOf(entry, 'Content-Type') ?? '')
