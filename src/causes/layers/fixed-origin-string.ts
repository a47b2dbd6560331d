import { presentHeaders, requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { originOf } from '../../fetch/origin.ts'
import { blockedBy, varyNames } from '../../reading/blocked-by.ts'
import { originReader } from '../../reading/grant-readers.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server sends the same origin to every page.
 *
 * Example: `cors({origin: 'https://app.example'})` in Express: the string isn't compared, just sent.
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
  summary: ({ value, origin }) => text`The server always sends ${code(value)}, even to ${code(origin)}.`,
  detail: ({ constant }) =>
    text`${
      constant
        ? 'Pages of different origins got the same value.'
        : text`The value isn't the page's origin, although the response varies by ${code('Origin')}.`
    } Many middlewares send a single string unchanged. Configure an array instead, even with one entry, so that the middleware compares the request's origin and sends it back.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...requestHeader(entry, 'Origin'),
    ...presentHeaders(entry, 'Vary'),
  ],
})
