import { pathOf } from '../../evidence/address.ts'
import { responseHeader, url } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { corsHeaderNames, varyNames, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx } from '../../reading/contrast.ts'
import { allowedAtPathReader, originReader } from '../../reading/grant-readers.ts'
import type { Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * CORS is only configured for a part of the API.
 *
 * Example: `app.use('/api', cors())`, and the page calls `/v2/items`.
 */
export default defineRootCause({
  id: 'middleware-on-some-paths',
  family: 'layers',
  after: ['different-backends'],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.hop > 0 || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    if (corsHeaderNames(entry).length > 0 || varyNames(entry).includes('origin') || isNginx(entry))
      return null
    const path = pathOf(entry.request.url)
    // Socket.IO responds before the application's middleware and has its own setting.
    if (isSocketIo(entry.request.url)) return null
    const elsewhere = allowedElsewhere(get(entry.request.headers, 'Origin'), path, siblings)
    return elsewhere === null ? null : { entry, path, elsewhere }
  },
  confidence: 'medium',
  summary: ({ path, elsewhere }) =>
    text`The API sends CORS headers at ${code(pathOf(elsewhere.request.url))}, but not at ${code(path)}.`,
  detail: ({ path }) =>
    text`The CORS middleware covers only some paths, or comes after this route. Mount it before the routes, for ${code(path)} too.`,
  evidence: ({ entry, elsewhere }) => [
    url(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    url(elsewhere),
    ...responseHeader(elsewhere, 'Access-Control-Allow-Origin'),
  ],
})

/** Reports whether a URL is Socket.IO's: its path is configurable, but it always has the protocol version. */
const isSocketIo = (url: string): boolean => /\/socket\.io\/|[?&]EIO=\d/.test(url)

/** A response at another path that allows this page, if none at this path has the header. */
function allowedElsewhere(origin: string | null, path: string, siblings: Siblings) {
  if (siblings.read(allowedAtPathReader, path).length > 0) return null
  const found = siblings
    .read(originReader)
    .find(({ allowOrigin }) => allowOrigin !== null && (allowOrigin === '*' || allowOrigin === origin))
  return found?.entry ?? null
}
