import { type HeaderLine, headerValue } from './header-lines.ts'

/** What isn't sent with CORS: a page that is opened, a WebSocket, and what the page may not read anyway. */
const OTHER_MODES: ReadonlySet<string> = new Set(['navigate', 'websocket', 'no-cors', 'same-origin'])

/** Reports whether a request may be one that a browser applies CORS to: sent by a page of another origin. */
export function canBeCors(url: string, headers: readonly HeaderLine[]): boolean {
  const origin = headerValue(headers, 'origin')
  if (origin === null || origin === originOf(url)) return false
  // A proxy that changes `Host` makes requests look cross-origin that aren't; the browser says what they are to it.
  if (['same-origin', 'none'].includes(headerValue(headers, 'sec-fetch-site') ?? '')) return false
  return !OTHER_MODES.has(headerValue(headers, 'sec-fetch-mode') ?? '')
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin
  } catch {
    return null
  }
}
