import { presentHeaders, requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { blockedBy, varyNames } from '../../reading/blocked-by.ts'
import { originReader } from '../../reading/grant-readers.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server sends one origin to everybody, whoever asks.
 *
 * Example: `cors({origin: 'https://app.example'})` in Express: the string is not compared, just sent.
 */
export default defineRootCause({
  id: 'fixed-origin-string',
  family: 'layers',
  recognize: (verdict, siblings) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || !/^allow-origin/.test(blocked.rule) || blocked.allowOrigin === null) return null
    const { entry, allowOrigin: value } = blocked
    const origin = get(entry.request.headers, 'Origin')
    if (origin === null || origin === value || value === 'null' || originOf(value) !== value) return null
    const others = siblings
      .read(originReader)
      .filter((other) => other.origin !== null && other.origin !== origin)
    if (others.some(({ allowOrigin }) => allowOrigin !== null && allowOrigin !== value)) return null
    const constant = others.some(({ allowOrigin }) => allowOrigin === value)
    return constant || varyNames(entry).includes('origin') ? { entry, value, origin, constant } : null
  },
  confidence: ({ constant }) => (constant ? 'high' : 'medium'),
  summary: ({ value, origin }) =>
    text`The server sends ${code(value)} to everybody, ${code(origin)} included.`,
  detail: ({ constant }) =>
    text`${
      constant
        ? 'Pages of different origins got the same value.'
        : text`The value is not that of the page, though the response varies by ${code('Origin')}.`
    } One string as the allowed origin is often sent as it is and compared with nothing. Give the middleware a list (an array, even of one), so that it answers with the origin that asked when that is on the list; the header itself holds a single origin, never several.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...requestHeader(entry, 'Origin'),
    ...presentHeaders(entry, 'Vary'),
  ],
})
