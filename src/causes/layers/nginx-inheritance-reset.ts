import { pathOf } from '../../evidence/address.ts'
import { presentHeaders, responseHeader } from '../../evidence/place.ts'
import { isActual } from '../../reading/api-response.ts'
import { goodPreflight, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx, nginxAdds } from '../../reading/contrast.ts'
import type { Reader } from '../../reading/siblings.ts'
import { code, list, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * An nginx location adds its own header, and therefore inherits none of the server's.
 *
 * Example: `location /files { add_header Cache-Control …; }` in a server with the CORS headers.
 */
export default defineRootCause({
  id: 'nginx-inheritance-reset',
  family: 'layers',
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.phase !== 'actual') return null
    const { entry } = blocked
    if (!isNginx(entry) || !nginxAdds(blocked.status) || goodPreflight(verdict, blocked) !== null) return null
    const path = pathOf(entry.request.url)
    const good = siblings.read(otherPathReader).find((answer) => answer.path !== path)?.entry
    if (good === undefined) return null
    const had = new Set(good.response.headers.map(({ name }) => name.toLowerCase()))
    const added = ADDED.filter(
      (name) => !had.has(name.toLowerCase()) && presentHeaders(entry, name).length > 0,
    )
    return added.length === 0 ? null : { entry, good, added, path }
  },
  confidence: 'medium',
  summary: ({ path, added }) =>
    text`nginx sends ${list(added.slice(0, 2).map(code))} at ${code(path)}, and the CORS headers elsewhere.`,
  detail: ({ good }) =>
    text`It sends them at ${code(pathOf(good.request.url))}. A ${code('location')} with its own ${code('add_header')} inherits none from the level above. Repeat the CORS lines in this location, or include them from one file; since 1.29.3 nginx also has ${code('add_header_inherit merge')}.`,
  evidence: ({ entry, good, added }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...presentHeaders(entry, ...added, 'Server'),
    ...responseHeader(good, 'Access-Control-Allow-Origin'),
  ],
})

/** What is most often added with `add_header` in one location. */
const ADDED = [
  'Cache-Control',
  'Expires',
  'X-Frame-Options',
  'X-Content-Type-Options',
  'Content-Security-Policy',
  'Strict-Transport-Security',
  'Referrer-Policy',
  'Permissions-Policy',
  'Content-Disposition',
]

/** nginx's responses with the CORS headers: two paths for each set of the other headers. */
const otherPathReader: Reader = {
  shelf: (answer) => (isActual(answer) && answer.allowOrigin !== null && isNginx(answer.entry) ? '' : null),
  by: ({ entry }) => ADDED.filter((name) => presentHeaders(entry, name).length > 0),
  of: ({ path }) => path,
}
