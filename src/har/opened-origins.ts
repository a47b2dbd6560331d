import { urlOrigin } from '../parse-url.ts'
import type { HarEntry, HarResponse } from './har-entry.ts'
import { isNamed } from './is-named.ts'

/**
 * Returns the origins of the pages that were opened in a recording. Requests for pages have `Sec-Fetch-Dest: document`,
 * those for what a frame shows `iframe` or `frame` (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-dest-header).
 * A redirect opens nothing.
 */
export function openedOrigins(entries: readonly HarEntry[]): readonly string[] {
  const origins = new Set<string>()
  for (const { request, response } of entries)
    if (
      isWebPage(response) &&
      request.headers.some(({ name, value }) => value === 'document' && isNamed(name, 'sec-fetch-dest'))
    )
      origins.add(urlOrigin(request.url) ?? 'null')
  return [...origins]
}

const isWebPage = ({ status, mimeType, headers }: HarResponse): boolean =>
  Math.floor(status / 100) !== 3 &&
  /\bhtml\b/i.test(
    mimeType === '' ? (headers.find(({ name }) => isNamed(name, 'content-type'))?.value ?? '') : mimeType,
  )
