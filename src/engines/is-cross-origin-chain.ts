import type { Failure } from '../fetch/main-fetch.ts'
import { isSameOrigin, originOf } from '../fetch/origin.ts'

/**
 * Reports whether a request of mode "cors" has left its own origin, or would with `next`: CORS applies from there on.
 * Earlier failures aren't caused by CORS.
 */
export const isCrossOriginChain = ({ request }: Failure, ...next: readonly string[]): boolean =>
  request.mode === 'cors' &&
  [...request.urlList, ...next].some((url) => !isSameOrigin(originOf(url), request.origin))
