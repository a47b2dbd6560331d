import { isOkStatus } from '../fetch/response.ts'
import { type ApiResponse, hasCome } from './api-response.ts'
import type { Reader } from './siblings.ts'

/** What an answer says of an origin; the path and all else doesn't count. */
const granted = ({ verdict, preflight, origin, allowOrigin }: ApiResponse) => [
  verdict.type === 'not-cors',
  preflight,
  origin,
  allowOrigin,
]

/** Reads which origins were answered how. */
export const originReader: Reader = {
  shelf: (answer) => (hasCome(answer) ? '' : null),
  by: granted,
}

/** Reads, by path, which answers had `Access-Control-Allow-Origin`. */
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
