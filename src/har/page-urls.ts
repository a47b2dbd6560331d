import { parseUrl } from '../parse-url.ts'
import { own, stringOrNull } from './untrusted.ts'

/** The URLs of a recording's pages, by the `id` that entries refer to as `pageref`. */
export interface PageUrls {
  readonly byId: ReadonlyMap<string, string>
  /** The URL of one of the pages if all pages have the same origin; null if their origins differ or none is known. */
  readonly only: string | null
}

/** No page is known. */
export const NO_PAGES: PageUrls = { byId: new Map(), only: null }

/**
 * Returns the URLs of a HAR's `pages`. Chrome writes a page's URL as its title, WebPagetest as `_URL`; titles that aren't
 * URLs, such as Firefox's, are ignored.
 */
export function pageUrls(pages: readonly unknown[]): PageUrls {
  const urls = new Map<string, string>()
  for (const page of pages) {
    const id = stringOrNull(own(page, 'id'))
    const url = stringOrNull(own(page, '_URL')) ?? stringOrNull(own(page, 'title'))
    if (id !== null && url !== null && /^(?:https?|file):\/\/\S+$/i.test(url) && parseUrl(url) !== null)
      urls.set(id, url)
  }
  const [first = null] = urls.values()
  const origins = new Set([...urls.values()].map((url) => parseUrl(url)?.origin))
  return { byId: urls, only: origins.size === 1 ? first : null }
}

/** Returns the URL of the page with this `pageref`; without one, a page of the origin that all pages have in common. */
export const pageOf = ({ byId, only }: PageUrls, pageref: string | null): string | null =>
  pageref === null ? only : (byId.get(pageref) ?? null)
