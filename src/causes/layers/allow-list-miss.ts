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
 * A CORS middleware was at work and left the one header out: the origin is not on its list.
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
    // No list should name the opaque origin, and one that lets the page in elsewhere has it.
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
      ? text`A CORS middleware answered and does not know the origin ${code(origin)}.`
      : text`A CORS middleware may have answered; if so, it does not know ${code(origin)}.`,
  detail: ({ traces, other, origin }) =>
    text`${
      traces
        ? text`The response has CORS headers, and no ${code('Access-Control-Allow-Origin')}`
        : text`The response varies by ${code('Origin')}, and no ${code('Access-Control-Allow-Origin')} is in it`
    }: that is what a middleware sends to an origin that is not on its list.${
      other === null ? '' : text` Another page, ${code(other)}, was allowed.`
    } Add ${code(origin)} to the list exactly: scheme, host and port, with no trailing slash. Check which configuration is in effect on this server (environment variables, deployments).`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...responseHeaders(entry, corsHeaderNames(entry)),
    ...presentHeaders(entry, 'Vary'),
    ...requestHeader(entry, 'Origin'),
  ],
})

/** Reports whether the origin is allowed by another response. */
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
