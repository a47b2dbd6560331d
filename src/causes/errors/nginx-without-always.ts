import { responseHeader, status } from '../../evidence/place.ts'
import { isAddedByServer } from '../../reading/adds-headers.ts'
import { withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx, nginxAdds, sharedBeside } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * nginx only adds the header to responses with some statuses, because `always` is missing. The recording has to show that
 * nginx adds it, because an application behind nginx may also omit it from errors.
 *
 * Example: `add_header Access-Control-Allow-Origin …;` is there on 200 and missing on 401.
 */
export default defineRootCause({
  id: 'nginx-without-always',
  family: 'errors',
  after: ['proxy-error'],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual') return null
    const { entry, status: code } = blocked
    if (nginxAdds(code) || !isNginx(entry)) return null
    const good = sharedBeside(
      verdict,
      siblings,
      (one) => nginxAdds(one.response.status) && isNginx(one) && isAddedByServer(one),
    )
    const bad = sharedBeside(verdict, siblings, (one) => !nginxAdds(one.response.status) && isNginx(one))
    if (good === null || bad !== null) return null
    return { entry, good }
  },
  confidence: 'high',
  summary: ({ entry, good }) =>
    text`nginx sends the CORS headers with ${good.response.status} and not with ${entry.response.status}.`,
  detail: () =>
    text`Without ${code('always')}, ${code('add_header')} only covers 200, 201, 204, 206, 301, 302, 303, 304, 307 and 308. Add ${code('always')} to the end of each of these lines, so that the page can read errors too. Then check the error itself.`,
  evidence: ({ entry, good }) => [
    ...responseHeader(entry, 'Server'),
    status(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    status(good),
    ...responseHeader(good, 'Access-Control-Allow-Origin'),
  ],
})
