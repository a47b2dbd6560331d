import type { CurlRequest } from '../curl/curl-request.ts'
import { parseCurl } from '../curl/parse-curl.ts'
import { HeaderTextError } from '../header-text/header-text-error.ts'
import { exchangesOfHeaders } from './exchanges-of-headers.ts'
import type { PastedExchange } from './pasted-exchange.ts'

/**
 * Returns the request of a curl command; the output of `curl -i` or `curl -v` may follow it. Throws as {@link parseCurl}
 * does.
 */
export function exchangeOfCurl(text: string): PastedExchange {
  const request = parseCurl(text)
  return {
    method: request.method,
    url: request.url,
    requestHeaders: request.headers,
    response: responseAfter(text, request),
  }
}

function responseAfter(text: string, { end }: CurlRequest): PastedExchange['response'] {
  const lineEnd = text.indexOf('\n', end)
  if (lineEnd < 0) return null
  try {
    return (
      exchangesOfHeaders(text.slice(lineEnd)).findLast(({ response }) => response !== null)?.response ?? null
    )
  } catch (error) {
    if (error instanceof HeaderTextError) return null
    throw error
  }
}
