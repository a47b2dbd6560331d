import { parseUrl } from '../parse-url.ts'
import { own, stringOrNull } from './untrusted.ts'

/** The URLs of a recording's pages, by the `id` that an entry's `pageref` names. */
export type PageUrls = ReadonlyMap<string, string>

/**
 * Returns the URLs of a HAR's `pages`. Chrome writes a page's URL as its title, WebPagetest as `_URL`; titles that are
 * no URL, such as Firefox's, name none.
 */
export function pageUrls(pages: readonly unknown[]): PageUrls {
  const urls = new Map<string, string>()
  for (const page of pages) {
    const id = stringOrNull(own(page, 'id'))
    const url = stringOrNull(own(page, '_URL')) ?? stringOrNull(own(page, 'title'))
    if (id !== null && url !== null && /^(?:https?|file):\/\/\S+$/i.test(url) && parseUrl(url) !== null)
      urls.set(id, url)
  }
  return urls
}
