import { responseHeader } from '../evidence/place.ts'
import { extractHeaderListValues, get, isName } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { code, text } from '../text/text.ts'
import { defineCaution } from './caution.ts'
import { allow, grantsOf, originSentBy, sharedResponse } from './cors-response.ts'

/**
 * The response is for one origin, but doesn't tell caches so.
 *
 * Example: `Access-Control-Allow-Origin: https://app.example` without `Vary: Origin`.
 */
export default defineCaution({
  id: 'vary-origin-missing',
  notice: (verdict, siblings) => {
    const entry = sharedResponse(verdict)
    if (entry === null || varies(entry) || isUncacheable(entry)) return null
    const origin = originSentBy(entry)
    if (origin === null || origin === 'null' || allow(entry, 'Origin') !== origin) return null
    const grants = grantsOf(siblings)
    // A repeated header or a list allows no origin.
    const other =
      grants.find(({ allowed }) => allowed !== origin && /^[^*,\s]+$/.test(allowed))?.allowed ?? null
    // A server that sends the same to every page doesn't need `Vary`.
    const fixed =
      other === null && grants.some((grant) => grant.origin !== origin && grant.allowed === origin)
    return fixed ? null : { entry, origin, other }
  },
  summary: ({ origin }) => text`The response allows only ${code(origin)} but lacks ${code('Vary: Origin')}.`,
  detail: ({ other }) =>
    text`${
      other === null
        ? 'If the server allows other origins too, a'
        : text`The same server also allows ${code(other)}, so a`
    } cache may use one origin's copy for another, where it's blocked. Send ${code('Vary: Origin')} on every response of this URL, even to requests without ${code('Origin')}. A server that always sends one fixed origin doesn't need it.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Vary'),
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
  ],
})

function varies({ response }: HarEntry): boolean {
  const names = extractHeaderListValues(response.headers, 'Vary')
  return Array.isArray(names) && names.some((name) => name === '*' || isName(name, 'Origin'))
}

/** Caches don't store responses marked this way, nor responses to methods other than GET and HEAD. */
const isUncacheable = ({ request, response }: HarEntry): boolean =>
  !['GET', 'HEAD'].includes(request.method) ||
  /\bno-store\b/i.test(get(response.headers, 'Cache-Control') ?? '')
