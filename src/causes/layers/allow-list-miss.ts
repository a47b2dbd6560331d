import { presentHeaders, requestHeader, responseHeader, responseHeaders } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isOkStatus } from '../../fetch/response.ts'
import { corsHeaderNames, goodPreflight, varyNames, withoutAllowOrigin } from '../../reading/blocked-by.ts'
import { isNginx } from '../../reading/contrast.ts'
import { originReader } from '../../reading/grant-readers.ts'
import type { Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * A CORS middleware ran but left out `Access-Control-Allow-Origin`: the origin isn't on its list.
 *
 * Example: the list has `https://app.example`, and the page is `https://staging.app.example`.
 */
export default defineRootCause({
  id: 'allow-list-miss',
  family: 'layers',
  yieldsTo: ['gateway-origin-not-listed', 'header-misspelled', 'middleware-drops-all'],
  after: [
    'handler-forgot-headers',
    'options-not-routed',
    'rack-cors-says-why',
    's3-rule',
    'starlette-refuses-preflight',
  ],
  recognize: (verdict, siblings) => {
    const blocked = withoutAllowOrigin(verdict)
    if (blocked === null || goodPreflight(verdict, blocked) !== null) return null
    const { entry, phase } = blocked
    const origin = get(entry.request.headers, 'Origin')
    // No list should contain the opaque origin, and if the page is allowed elsewhere, its origin is on the list.
    if (origin === null || origin === 'null' || isAllowed(origin, siblings)) return null
    if (!(isOkStatus(blocked.status) || corsHeaderNames(entry).length > 0)) return null
    if (phase === 'preflight' && isNginx(entry)) return null
    const traces = corsHeaderNames(entry).length > 0
    if (!traces && !varyNames(entry).includes('origin')) return null
    return { entry, origin, traces, other: allowedElsewhere(origin, siblings) }
  },
  confidence: ({ traces, other }) => (traces || other !== null ? 'high' : 'medium'),
  summary: ({ origin, traces, other }) =>
    traces || other !== null
      ? text`A CORS middleware responded, but doesn't allow the origin ${code(origin)}.`
      : text`A CORS middleware may have responded; if so, it doesn't allow ${code(origin)}.`,
  detail: ({ traces, other, origin }) =>
    text`${
      traces
        ? text`The response has CORS headers, but no ${code('Access-Control-Allow-Origin')}`
        : text`The response varies by ${code('Origin')}, but has no ${code('Access-Control-Allow-Origin')}`
    }: that's what a middleware sends for an origin that isn't on its list.${
      other === null ? '' : text` It allowed another page, ${code(other)}.`
    } Add ${code(origin)} to the list, without a trailing slash, and check which configuration is in effect (environment variables, deployments).`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeaders(entry, corsHeaderNames(entry)),
    ...presentHeaders(entry, 'Vary'),
    ...requestHeader(entry, 'Origin'),
  ],
})

/** Reports whether another response allows the origin. */
const isAllowed = (origin: string, siblings: Siblings): boolean =>
  siblings
    .read(originReader)
    .some(({ origin: asked, allowOrigin }) => asked === origin && allowOrigin === origin)

function allowedElsewhere(origin: string, siblings: Siblings): string | null {
  const found = siblings
    .read(originReader)
    .find(
      ({ origin: asked, allowOrigin }) =>
        allowOrigin !== null && allowOrigin !== 'null' && allowOrigin !== origin && allowOrigin === asked,
    )
  return found?.allowOrigin ?? null
}
