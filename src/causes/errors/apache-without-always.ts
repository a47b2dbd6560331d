import { responseHeader, status } from '../../evidence/place.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { isAddedByServer } from '../../reading/adds-headers.ts'
import { answeredBy } from '../../reading/answered-by.ts'
import { isServer, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { sharedBeside } from '../../reading/contrast.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Apache has two lists of headers, and doesn't add those of the default list to its own error pages. The recording has to
 * show that Apache adds the header, because an application behind or inside Apache only adds it to its own responses.
 *
 * Example: `Header set Access-Control-Allow-Origin …` is there on 200 and missing on 404.
 */
export default defineRootCause({
  id: 'apache-without-always',
  family: 'errors',
  after: ['proxy-error'],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || blocked.status < 400) return null
    const { entry } = blocked
    if (answeredBy(entry)?.id !== 'apache') return null
    const good = sharedBeside(
      verdict,
      siblings,
      (one) => one.response.status < 400 && isApache(one) && isAddedByServer(one),
    )
    return good === null ? null : { entry, good }
  },
  confidence: 'high',
  summary: ({ entry, good }) =>
    text`Apache sends the CORS headers with ${good.response.status} and not with ${entry.response.status}.`,
  detail: () =>
    text`Without ${code('always')}, ${code('Header set')} skips Apache's own error pages. Use ${code('Header always set')} and remove the lines without it, so that the header isn't sent twice. Then check the error itself.`,
  evidence: ({ entry, good }) => [
    ...responseHeader(entry, 'Server'),
    status(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    status(good),
    ...responseHeader(good, 'Access-Control-Allow-Origin'),
  ],
})

/** Reports whether a response comes from Apache, judged by its headers. */
const isApache = (entry: HarEntry): boolean => isServer(entry, /^Apache(\/|$)/)
