import { isOkStatus } from '../fetch/response.ts'
import { code, text } from '../text/text.ts'
import { allowOriginEvidence, allowThisOrigin, neverAllowNull } from './allow-origin.ts'
import { responseName } from './response-name.ts'
import { defineRule } from './rule.ts'

/**
 * The response doesn't say which origins may read it.
 *
 * Example: a 500 page of the proxy, which the application's CORS middleware never saw.
 * Instead: send the header on every response, errors included.
 */
export default defineRule({
  id: 'allow-origin-missing',
  means: "The response doesn't say which origins may read it.",
  match: (failure) => ({
    response: responseName(failure),
    status: failure.response?.status ?? 0,
    origin: failure.serializedOrigin,
    page: failure.request.origin,
    preflight: failure.phase === 'preflight',
  }),
  brief: ({ status, preflight }) =>
    preflight || isOkStatus(status)
      ? text`no ${code('Access-Control-Allow-Origin')}`
      : text`no ${code('Access-Control-Allow-Origin')} (${status})`,
  summary: ({ response, status }) =>
    isOkStatus(status)
      ? text`The ${response} has no ${code('Access-Control-Allow-Origin')}.`
      : text`The ${response} (${status}) has no ${code('Access-Control-Allow-Origin')}.`,
  detail: ({ origin, page, status, preflight }) => {
    const lead = "Without this header, the browser won't let pages from other origins read the response."
    if (origin === 'null') return text`${lead} ${neverAllowNull(page)}`
    return text`${lead} Send ${code(`Access-Control-Allow-Origin: ${origin}`)}${
      preflight
        ? ' in the OPTIONS response too, before any login, on every route'
        : status >= 400
          ? ` on error responses too; otherwise script can't even see the status ${status}`
          : ''
    }.`
  },
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
