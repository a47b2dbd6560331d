import { parseUrl } from '../parse-url.ts'

/** Returns an origin with another host, on the same port; null if no URL can have that host. */
export function originWithHost(origin: string, host: string): string | null {
  const parsed = parseUrl(origin)
  if (parsed === null) return null
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  const changed = parseUrl(`${parsed.protocol}//${host}${port}`)
  return changed === null || changed.origin === origin || changed.origin === 'null' ? null : changed.origin
}

/** Returns the host name of an http(s) origin; null for another scheme. */
export const webHostOf = (origin: string): string | null =>
  /^https?:\/\//.test(origin) ? (parseUrl(origin)?.hostname ?? null) : null
