import { isOkStatus } from '../fetch/response.ts'
import { code, text } from '../text/text.ts'
import { allowOriginEvidence, allowThisOrigin, neverAllowNull } from './allow-origin.ts'
import { responseName } from './response-name.ts'
import { defineRule } from './rule.ts'

/**
 * The response says nothing about who may read it.
 *
 * Example: a 500 page of the proxy, which the application's CORS middleware never saw.
 * Instead: send the header on every response, errors included.
 */
export default defineRule({
  id: 'allow-origin-missing',
  means: 'The response says nothing about who may read it.',
  match: (failure) => ({
    response: responseName(failure),
    status: failure.response?.status ?? 0,
    origin: failure.serializedOrigin,
    page: failure.request.origin,
    preflight: failure.phase === 'preflight',
  }),
  summary: ({ response, status }) =>
    isOkStatus(status)
      ? text`The ${response} has no ${code('Access-Control-Allow-Origin')}.`
      : text`The ${response} (${status}) has no ${code('Access-Control-Allow-Origin')}.`,
  detail: ({ origin, page, status, preflight }) => {
    const lead = 'Without the header the browser shares the response with nobody but its own origin.'
    if (origin === 'null') return text`${lead} ${neverAllowNull(page)}`
    return text`${lead} The server must send ${code(`Access-Control-Allow-Origin: ${origin}`)}${
      preflight
        ? ' in its answer to OPTIONS too, before it asks for a login and whatever the route'
        : status >= 400
          ? `, on error responses too: this one has the status ${status}, and script can't even read that`
          : ''
    }.`
  },
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
