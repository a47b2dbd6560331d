import { pathOf } from '../../evidence/address.ts'
import { method, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { isActual } from '../../reading/api-response.ts'
import { withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx } from '../../reading/contrast.ts'
import { allowedAtPathReader } from '../../reading/grant-readers.ts'
import type { Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The CORS headers are only configured for some methods.
 *
 * Example: a copied nginx configuration with `if ($request_method = 'GET')` and one for POST, but none for PUT.
 */
export default defineRootCause({
  id: 'headers-for-some-methods',
  family: 'layers',
  after: ['s3-rule'],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual' || !isOkStatus(blocked.status)) return null
    const { entry } = blocked
    const good = allowedByOtherMethod(
      entry.request.method,
      pathOf(entry.request.url),
      get(entry.request.headers, 'Origin'),
      siblings,
    )
    return good === null ? null : { entry, good, nginx: isNginx(entry) }
  },
  confidence: 'medium',
  summary: ({ entry, good }) =>
    text`${code(good.request.method)} has the CORS headers at ${code(pathOf(entry.request.url))}, ${code(entry.request.method)} doesn't.`,
  detail: ({ entry, nginx }) =>
    text`The same page was allowed at the same path, so only the method isn't covered. ${
      nginx
        ? text`In nginx, blocks like ${code("if ($request_method = 'GET')")} add headers only for that method: set them once, outside any ${code('if')}.`
        : 'The headers are set in the handlers of single methods, or a route has no middleware: set them once, before the router.'
    } ${code(entry.request.method)} ran on the server; the browser only hid the response from the page.`,
  evidence: ({ entry, good }) => [
    method(entry),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    method(good),
    ...responseHeader(good, 'Access-Control-Allow-Origin'),
  ],
})

/** A response at the same path that allows this page with another method, if none does with this one. */
function allowedByOtherMethod(own: string, path: string, origin: string | null, siblings: Siblings) {
  const allowed = siblings
    .read(allowedAtPathReader, path)
    .filter((answer) => isActual(answer) && (answer.allowOrigin === '*' || answer.allowOrigin === origin))
  if (origin === null || allowed.some(({ entry }) => entry.request.method === own)) return null
  return allowed.find(({ entry }) => isOkStatus(entry.response.status))?.entry ?? null
}
