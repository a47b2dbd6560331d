import { responseHeader, status } from '../../evidence/place.ts'
import { headerOf, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx, isProxyStatus, nginxAdds, sharedBeside } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * nginx adds the header to the statuses that it takes for good, and `always` was forgotten.
 *
 * Example: `add_header Access-Control-Allow-Origin …;` is there on 200 and missing on 401.
 */
export default defineRootCause({
  id: 'nginx-without-always',
  family: 'errors',
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual') return null
    const { entry, status: code } = blocked
    if (nginxAdds(code) || !isNginx(entry)) return null
    const good = sharedBeside(verdict, siblings, (one) => nginxAdds(one.response.status) && isNginx(one))
    const bad = sharedBeside(verdict, siblings, (one) => !nginxAdds(one.response.status) && isNginx(one))
    if (good === null || bad !== null) return null
    // An application behind nginx can forget the headers on its errors as well.
    return { entry, good, proxied: headerOf(entry, 'X-Powered-By') !== null && !isProxyStatus(code) }
  },
  // Of a gateway error, the application behind may have sent the headers on the others.
  confidence: ({ proxied, entry }) => (proxied || isProxyStatus(entry.response.status) ? 'medium' : 'high'),
  summary: ({ entry, good }) =>
    text`nginx sends the CORS headers with ${good.response.status} and not with ${entry.response.status}.`,
  detail: () =>
    text`Without ${code('always')}, ${code('add_header')} adds its header to 200, 201, 204, 206, 301, 302, 303, 304, 307 and 308 only. Write ${code('always')} at the end of each of these lines, so that the page can read errors too; then look at the error itself.`,
  evidence: ({ entry, good }) => [
    ...responseHeader(entry, 'Server'),
    status(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    status(good),
    ...responseHeader(good, 'Access-Control-Allow-Origin'),
  ],
})
