import { pathOf } from '../../evidence/address.ts'
import { requestHeader, responseHeader, status } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { allowedAtPathReader, originReader } from '../../reading/grant-readers.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The function that checks origins throws instead of refusing.
 *
 * Example: `origin: (origin, cb) => cb(new Error('Not allowed by CORS'))` in Express: 500 for every other page.
 */
export default defineRootCause({
  id: 'origin-callback-throws',
  family: 'errors',
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || blocked.status !== 500) return null
    const { entry } = blocked
    const origin = get(entry.request.headers, 'Origin')
    const path = pathOf(entry.request.url)
    if (siblings.read(originReader).some(({ allowOrigin }) => allowOrigin === origin)) return null
    const other = siblings
      .read(allowedAtPathReader, path)
      .find(
        (answer) =>
          answer.entry.response.status < 400 &&
          answer.origin !== null &&
          answer.origin !== origin &&
          answer.allowOrigin === answer.origin &&
          answer.entry.request.method === entry.request.method,
      )
    return other === undefined || origin === null ? null : { entry, origin, other: other.entry }
  },
  confidence: 'medium',
  summary: ({ origin, other }) =>
    text`The server fails (500) for ${code(origin)}, but not for ${code(get(other.request.headers, 'Origin') ?? '')}.`,
  detail: ({ origin }) =>
    text`The same request from another page succeeded, so its CORS callback may throw or pass on an error for origins that aren't on its list. Refuse them instead (${code('callback(null, false)')}), and add ${code(origin)} to the list.`,
  evidence: ({ entry, other }) => [
    status(entry),
    ...requestHeader(entry, 'Origin'),
    status(other),
    ...responseHeader(other, 'Access-Control-Allow-Origin'),
  ],
})
