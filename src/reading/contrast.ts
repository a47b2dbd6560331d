import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { isAddedByServer } from './adds-headers.ts'
import { isActual, isOwn } from './api-response.ts'
import { headerOf, isServer } from './blocked-by.ts'
import type { Reader, Siblings } from './siblings.ts'

/** Statuses for which nginx's `add_header` adds its header without `always`. */
export const nginxAdds = (status: number): boolean =>
  [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].includes(status)

/** Returns the statuses of proxies that could not reach, or would not trouble, the application. */
export const isProxyStatus = (status: number): boolean => [413, 502, 503, 504].includes(status)

/** Returns whether a response comes from nginx or a close relative, as far as it says. */
export const isNginx = (entry: HarEntry): boolean => isServer(entry, /^(nginx|openresty|tengine)\b/i)

/**
 * Returns a response of the same API that has `Access-Control-Allow-Origin` and the wanted status and server: all
 * else of it is that of any such response, but for whether nginx or Apache is shown to add the header.
 */
export function sharedBeside(
  verdict: Verdict,
  siblings: Siblings,
  wanted: (entry: HarEntry) => boolean,
): HarEntry | null {
  const found = siblings.read(sharedReader).find((answer) => !isOwn(answer, verdict) && wanted(answer.entry))
  return found?.entry ?? null
}

const sharedReader: Reader = {
  shelf: (answer) => (isActual(answer) && answer.allowOrigin !== null ? '' : null),
  by: ({ entry }) => [entry.response.status, headerOf(entry, 'Server'), isAddedByServer(entry)],
}
