import type { Header } from '../fetch/header-list.ts'
import { urlOrigin } from '../parse-url.ts'
import type { HarEntry, HarResponse } from './har-entry.ts'
import { isNamed } from './is-named.ts'
import { namesHtml } from './names-html.ts'

/**
 * Returns the origins of the pages that were opened in a recording. Requests for pages have `Sec-Fetch-Dest: document`,
 * those for what a frame shows `iframe` or `frame` (https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-dest-header).
 * A redirect opens nothing.
 */
export function openedOrigins(entries: readonly HarEntry[]): readonly string[] {
  const origins = new Set<string>()
  for (let i = 0; i < entries.length; i++) {
    const { request, response } = entries[i] as HarEntry
    if (isWebPage(response) && request.headers.some(isOfPage)) origins.add(urlOrigin(request.url) ?? 'null')
  }
  return [...origins]
}

const isOfPage = ({ name, value }: Header): boolean => value === 'document' && isNamed(name, 'sec-fetch-dest')

const isWebPage = ({ status, mimeType, headers }: HarResponse): boolean =>
  Math.floor(status / 100) !== 3 &&
  namesHtml(
    mimeType === '' ? (headers.find(({ name }) => isNamed(name, 'content-type'))?.value ?? '') : mimeType,
  )
