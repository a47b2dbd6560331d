import { type HeaderLine, headerValue } from './header-lines.ts'

/** Requests without CORS: navigations, WebSockets, and those whose response the page can't read anyway. */
const OTHER_MODES: ReadonlySet<string> = new Set(['navigate', 'websocket', 'no-cors', 'same-origin'])

/** Reports whether CORS may apply to a request: it was sent by a page with another origin. */
export function canBeCors(url: string, headers: readonly HeaderLine[]): boolean {
  const origin = headerValue(headers, 'origin')
  if (origin === null || origin === originOf(url)) return false
  // A proxy that changes `Host` makes same-origin requests look cross-origin, but the browser states the relation.
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
