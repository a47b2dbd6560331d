import { pathOf } from '../../evidence/address.ts'
import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { isActual } from '../../reading/api-response.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { allowedAtPathReader } from '../../reading/grant-readers.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The server responds with the origin if the request has a cookie, and with `*` otherwise.
 *
 * Example: FastAPI with `allow_origins=["*"], allow_credentials=True`: only the call before the login is blocked.
 */
export default defineRootCause({
  id: 'starlette-cookieless-first-call',
  family: 'layers',
  recognize: (verdict, siblings) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.rule !== 'allow-origin-wildcard-with-credentials') return null
    const { entry, phase } = blocked
    if (phase !== 'actual' || entry.request.hasCookies) return null
    const origin = get(entry.request.headers, 'Origin')
    if (origin === null || origin === 'null') return null
    const own = verdict.exchange.chain[blocked.hop]?.preflight ?? null
    const path = pathOf(entry.request.url)
    const echoes = siblings
      .read(allowedAtPathReader, path)
      .filter((answer) => isActual(answer) && answer.allowOrigin === origin)
      .map((answer) => answer.entry)
    // Without a cookie, this server never responds with the origin.
    if (echoes.some(({ request }) => !request.hasCookies)) return null
    const echoed =
      own !== null && headerOf(own, 'Access-Control-Allow-Origin') === origin ? own : (echoes[0] ?? null)
    return echoed === null ? null : { entry, echoed, origin }
  },
  confidence: 'high',
  summary: ({ origin, echoed }) =>
    text`The server sends ${code('*')} here, but ${code(origin)} ${
      echoed.request.method === 'OPTIONS' ? 'to the preflight' : 'if the request has a cookie'
    }.`,
  detail: () =>
    text`The request is sent with credentials, but no cookie exists yet, so the server treats it as one without credentials. Starlette and FastAPI do that with ${code('allow_origins=["*"]')} and ${code('allow_credentials=True')}. List the origins instead of ${code('*')}; until then, every site can read this server's responses to requests with cookies.`,
  evidence: ({ entry, echoed }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...requestHeader(entry, 'Cookie'),
    ...responseHeader(echoed, 'Access-Control-Allow-Origin'),
  ],
})
