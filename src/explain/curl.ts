import { isBrowserMade } from '../evidence/authored-headers.ts'
import { type Header, isName, isToken } from '../fetch/header-list.ts'
import { commandLine, type Option } from '../fix/command/command-line.ts'
import { curlUrl } from '../fix/command/curl-url.ts'
import type { Shell } from '../fix/command/shell.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Redaction } from '../redact/redact-text.ts'

/** What a curl command needs besides the entry. */
export interface CurlOptions {
  readonly redaction: Redaction
  /** The request's body, if it's known and may be shown. */
  readonly body: string | null
  /** The page's origin, for an entry whose headers weren't recorded as sent. */
  readonly origin: string | null
  readonly shell: Shell
}

/**
 * Returns a curl command that sends the same request as the browser, with its origin, cookies and the page's own headers,
 * but without the headers that browsers add. It prints the response's headers. Null if it isn't an HTTP request.
 */
export function curlOf(
  { request }: HarEntry,
  { redaction, body, origin, shell }: CurlOptions,
): string | null {
  const url = curlUrl(request.url)
  // A command line can't contain NUL.
  if (url === null || body?.includes('\0') === true) return null
  const headers = request.headers.filter(wanted)
  const withOrigin =
    origin === null || headers.some(({ name }) => isName(name, 'Origin'))
      ? headers
      : [...headers, { name: 'Origin', value: origin }]
  const method = redaction.value(request.method)
  const shownUrl = curlUrl(redaction.url(url))
  if (shownUrl === null) return null
  const lines: readonly (readonly Option[])[] = [
    [
      // --globoff: brackets in a URL are literal.
      ['--include --silent --show-error --globoff'],
      isName(method, 'HEAD') ? ['--head'] : ['--request', method],
      ['', shownUrl],
    ],
    ...withOrigin.map((header): readonly Option[] => [['--header', headerArgument(header, redaction)]]),
    ...(body === null ? [] : [[['--data-raw', body] as const]]),
  ]
  return commandLine(lines, shell)
}

/** For curl, `Name:` removes a header, and `Name;` sends it empty. */
function headerArgument({ name, value }: Header, redaction: Redaction): string {
  const shownName = redaction.value(name)
  const shown = redaction.header(name, value, 'request')
  // A backslash at the end would escape the quote that PowerShell puts after it; spaces there are never sent.
  return shown === '' ? `${shownName};` : `${shownName}: ${shown}${shown.endsWith('\\') ? ' ' : ''}`
}

/** A name that isn't a token could be read as a file (`@name`). curl sets the headers of the connection itself. */
const wanted = ({ name }: Header): boolean =>
  isToken(name) &&
  !isBrowserMade(name) &&
  !/^(host|connection|content-length|accept-encoding|accept|referer|te|transfer-encoding|upgrade|keep-alive|sec-.*)$/i.test(
    name,
  )
