import { isBrowserMade } from '../evidence/authored-headers.ts'
import { type Header, isName, isToken } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import type { Redaction } from '../redact/redact-text.ts'

/** What a curl command is made of, beside the entry. */
export interface CurlOptions {
  readonly redaction: Redaction
  /** The request's body where it is known and may be shown. */
  readonly body: string | null
  /** The page's origin, for an entry whose headers were not recorded as sent. */
  readonly origin: string | null
}

/**
 * Returns a command line for a POSIX shell that sends a request as the browser did, as far as a server can tell:
 * its origin, cookies and what the page set; without what browsers add of themselves. The answer's headers are shown.
 */
export function curlOf({ request }: HarEntry, { redaction, body, origin }: CurlOptions): string {
  const headers = request.headers.filter(wanted)
  const withOrigin =
    origin === null || headers.some(({ name }) => isName(name, 'Origin'))
      ? headers
      : [...headers, { name: 'Origin', value: origin }]
  const method = redaction.value(request.method)
  const parts = [
    // --globoff: brackets in a URL are meant as they stand.
    `curl --include --silent --show-error --globoff ${isName(method, 'HEAD') ? '--head' : `--request ${quoteForShell(method)}`} ${quoteForShell(redaction.url(request.url))}`,
    ...withOrigin.map((header) => `--header ${quoteForShell(headerArgument(header, redaction))}`),
    ...(body === null ? [] : [`--data-raw ${quoteForShell(body)}`]),
  ]
  return parts.join(' \\\n  ')
}

/** curl takes a name without a value for the wish to leave the header out; with a semicolon it sends it empty. */
function headerArgument({ name, value }: Header, redaction: Redaction): string {
  const shown = redaction.header(name, value, 'request')
  return shown === '' ? `${name};` : `${name}: ${shown}`
}

/** A name that is no token could be read as a file (`@name`); what belongs to the connection is curl's own business. */
const wanted = ({ name }: Header): boolean =>
  isToken(name) &&
  !isBrowserMade(name) &&
  !/^(host|connection|content-length|accept-encoding|accept|referer|te|transfer-encoding|upgrade|keep-alive|sec-.*)$/i.test(
    name,
  )

/** Returns `value` as one word of a POSIX shell, whatever is in it. */
export const quoteForShell = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`
