import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { isAddedByServer } from './adds-headers.ts'
import { isActual, isOwn } from './api-response.ts'
import { headerOf, isServer } from './blocked-by.ts'
import type { Reader, Siblings } from './siblings.ts'

/** Statuses for which nginx's `add_header` adds its header without `always`. */
export const nginxAdds = (status: number): boolean =>
  [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].includes(status)

/** Statuses of proxies that couldn't reach the application, or didn't try to. */
export const isProxyStatus = (status: number): boolean => [413, 502, 503, 504].includes(status)

/** Reports whether a response comes from nginx or a close relative, judged by its headers. */
export const isNginx = (entry: HarEntry): boolean => isServer(entry, /^(nginx|openresty|tengine)\b/i)

/**
 * Returns a response of the same API with `Access-Control-Allow-Origin` and the given status and server. One in which
 * nginx or Apache certainly adds the header is preferred.
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
