import { type HeaderLine, headerValue } from './header-lines.ts'
import type { SeenRequest, SeenResponse } from './seen-messages.ts'

/** An incoming request. */
export interface Incoming {
  readonly started: number
  readonly method: string
  readonly url: string
  readonly headers: readonly HeaderLine[]
}

/** Returns a request and its response as a HAR entry without bodies. */
export function entryOf(
  { started, method, url, headers }: Incoming,
  { httpVersion }: SeenRequest,
  response: SeenResponse,
  ended: number,
): object {
  const sent = sentHeaders(response)
  return {
    startedDateTime: new Date(started).toISOString(),
    time: ended - started,
    request: { method, url, httpVersion: `HTTP/${httpVersion}`, headers, cookies: [] },
    response: {
      status: response.statusCode,
      // HTTP/2 has none, and Node warns if it's read.
      statusText: httpVersion.startsWith('1') ? (response.statusMessage ?? '') : '',
      httpVersion: `HTTP/${httpVersion}`,
      headers: sent,
      redirectURL: headerValue(sent, 'location') ?? '',
      content: { size: -1, mimeType: headerValue(sent, 'content-type') ?? '' },
    },
  }
}

/**
 * Returns the headers of a response as sent. Node keeps headers passed to `writeHead()` only in the text that it writes;
 * HTTP/2 keeps all of them in its list.
 */
function sentHeaders(response: SeenResponse): readonly HeaderLine[] {
  const written = '_header' in response ? response._header : null
  if (typeof written === 'string')
    return written
      .split('\r\n')
      .slice(1)
      .flatMap((line) => {
        const colon = line.indexOf(':')
        return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }]
      })
  return Object.entries(response.getHeaders()).flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (value === undefined ? [] : [{ name, value: String(value) }])),
  )
}
