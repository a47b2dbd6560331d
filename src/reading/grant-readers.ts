import { isOkStatus } from '../fetch/response.ts'
import { type ApiResponse, hasCome } from './api-response.ts'
import type { Reader } from './siblings.ts'

/** What a response allows an origin, whatever its path and other headers. */
const granted = ({ verdict, preflight, origin, allowOrigin }: ApiResponse) => [
  verdict.type === 'not-cors',
  preflight,
  origin,
  allowOrigin,
]

/** Reads what each origin was allowed. */
export const originReader: Reader = {
  shelf: (answer) => (hasCome(answer) ? '' : null),
  by: granted,
}

/** Reads, by path, which responses had `Access-Control-Allow-Origin`. */
export const allowedAtPathReader: Reader = {
  shelf: ({ path, allowOrigin, ...answer }) =>
    hasCome({ path, allowOrigin, ...answer }) && allowOrigin !== null ? path : null,
  by: (answer) => {
    const { request, response } = answer.entry
    return [
      ...granted(answer),
      request.method,
      request.hasCookies,
      isOkStatus(response.status),
      response.status < 400,
    ]
  },
}
