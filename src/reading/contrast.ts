import type { HarEntry } from '../har/har-entry.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { isOwn, isServer } from './blocked-by.ts'
import { actualAnswersOf } from './siblings.ts'

/** Statuses for which nginx's `add_header` adds its header without `always`. */
export const nginxAdds = (status: number): boolean =>
  [200, 201, 204, 206, 301, 302, 303, 304, 307, 308].includes(status)

/** Returns the statuses of proxies that could not reach, or would not trouble, the application. */
export const isProxyStatus = (status: number): boolean => [413, 502, 503, 504].includes(status)

/** Returns whether a response comes from nginx or a close relative, as far as it says. */
export const isNginx = (entry: HarEntry): boolean => isServer(entry, /^(nginx|openresty|tengine)\b/i)

/** Returns a response of the same API that has `Access-Control-Allow-Origin` and the wanted kind of status. */
export function sharedBeside(
  verdict: Verdict,
  siblings: readonly Verdict[],
  wanted: (entry: HarEntry, path: string) => boolean,
): HarEntry | null {
  const found = actualAnswersOf(siblings).find(
    (answer) => answer.allowOrigin !== null && !isOwn(answer, verdict) && wanted(answer.entry, answer.path),
  )
  return found?.entry ?? null
}
