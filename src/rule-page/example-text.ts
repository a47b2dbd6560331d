import { engines } from '../engines/index.ts'
import { corsUnsafeRequestHeaderNames } from '../fetch/request-headers.ts'
import { type FetchResponse, locationUrl } from '../fetch/response.ts'
import type { Example } from './example.ts'

/** How many hops of a redirect loop are shown. */
const HOPS = 2

/** Returns the requests and responses of an example as HTTP text. */
export function exampleText({ request, preflight, responses }: Example): string {
  const [first] = request.urlList
  const { implementation } = engines.spec
  const asked = corsUnsafeRequestHeaderNames(request.headerList, implementation)
  const blocks: string[] = []
  if (preflight !== null) {
    blocks.push(
      requestText('OPTIONS', first, [
        `Origin: ${request.origin}`,
        `Access-Control-Request-Method: ${request.method}`,
        ...(asked.length === 0 ? [] : [`Access-Control-Request-Headers: ${asked.join(',')}`]),
      ]),
      responseText(preflight),
    )
  }
  let url = first
  for (const [hop, response] of responses.slice(0, HOPS).entries()) {
    const cookies = request.credentialsMode === 'include' ? ['Cookie: session=…'] : []
    const own = request.headerList.map(({ name, value }) => `${name}: ${value}`)
    const origin = hop > 0 && new URL(url).origin !== new URL(first).origin ? 'null' : request.origin
    blocks.push(
      requestText(request.method, url, [`Origin: ${origin}`, ...own, ...cookies]),
      responseText(response),
    )
    const next = locationUrl(response, url)
    if (next === null || next === 'failure') break
    url = next
  }
  return blocks.join('\n\n')
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  307: 'Temporary Redirect',
  401: 'Unauthorized',
}

const requestText = (method: string, url: string, headers: readonly string[]): string => {
  const { pathname, search, host } = new URL(url)
  return [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers].join('\n')
}

const responseText = ({ status, headerList }: FetchResponse): string =>
  [
    `HTTP/1.1 ${status} ${REASONS[status] ?? ''}`,
    ...headerList.map(({ name, value }) => `${name}: ${value}`),
  ].join('\n')
