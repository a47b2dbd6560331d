import { get, type HeaderList } from '../fetch/header-list.ts'
import { exchangesIn } from '../header-text/exchanges-in.ts'
import type { Message } from '../header-text/message.ts'
import { parseHeaderText } from '../header-text/parse-header-text.ts'
import { parseUrl } from '../parse-url.ts'
import type { PastedExchange } from './pasted-exchange.ts'

/** Returns the exchanges in header text. Throws as {@link parseHeaderText} does. */
export const exchangesOfHeaders = (text: string): readonly PastedExchange[] =>
  exchangesIn(parseHeaderText(text)).map(({ request, response }) => ({
    method: request?.method ?? null,
    url: request === null ? null : urlOf(request),
    requestHeaders: request?.headers ?? [],
    response:
      response === null
        ? null
        : { status: response.status, statusText: response.statusText, headers: response.headers },
  }))

function urlOf({ target, scheme, headers }: Message): string | null {
  if (target !== null && parseUrl(target) !== null) return target
  const host = get(headers, ':authority') ?? get(headers, 'Host')
  if (host === null || host === '') return null
  const path = target?.startsWith('/') ? target : '/'
  return `${scheme ?? likelyScheme(host, headers)}://${host}${path}`
}

/** HTTP/1 requests don't contain the scheme. On a developer's own machine it's mostly http. */
function likelyScheme(host: string, headers: HeaderList): 'http' | 'https' {
  if (get(headers, 'Upgrade-Insecure-Requests') === null && /^(?:localhost|127\.|\[::1\])/i.test(host))
    return 'http'
  return /:80(80)?$/.test(host) ? 'http' : 'https'
}
