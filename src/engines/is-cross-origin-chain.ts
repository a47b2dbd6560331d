import type { Failure } from '../fetch/main-fetch.ts'
import { isSameOrigin, originOf } from '../fetch/origin.ts'

/**
 * Returns whether a request of mode "cors" has left its own origin, or would with `next`: from there on CORS judges
 * it, whatever becomes of it before is not CORS's doing.
 */
export const isCrossOriginChain = ({ request }: Failure, ...next: readonly string[]): boolean =>
  request.mode === 'cors' &&
  [...request.urlList, ...next].some((url) => !isSameOrigin(originOf(url), request.origin))
