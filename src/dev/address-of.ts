import { type HeaderLine, headerValue } from './header-lines.ts'
import type { SeenRequest } from './seen-messages.ts'

/** Returns the URL that the browser requested, or null if the request doesn't show it. */
export function addressOf(request: SeenRequest, headers: readonly HeaderLine[]): string | null {
  // A proxy in front of this server states where the browser sent the request.
  const forwarded = (name: string): string | null =>
    headerValue(headers, `x-forwarded-${name}`)?.split(',')[0]?.trim() || null
  const host = forwarded('host') ?? headerValue(headers, ':authority') ?? headerValue(headers, 'host')
  const isEncrypted = 'encrypted' in request.socket && request.socket.encrypted === true
  const scheme = forwarded('proto') ?? (isEncrypted ? 'https' : 'http')
  const path = request.originalUrl ?? request.url ?? '/'
  if (/^https?:\/\//i.test(path)) return path
  return host === null ? null : `${scheme}://${host}${path}`
}
