import { parseUrl } from '../parse-url.ts'
import { own, stringOrNull } from './untrusted.ts'

/** The URLs of a recording's pages, by the `id` that an entry's `pageref` names. */
export interface PageUrls {
  readonly byId: ReadonlyMap<string, string>
  /** A URL of the one origin that all pages share; null if they have several, or none is known. */
  readonly only: string | null
}

/** No page is known. */
export const NO_PAGES: PageUrls = { byId: new Map(), only: null }

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
  const [first = null] = urls.values()
  const origins = new Set([...urls.values()].map((url) => parseUrl(url)?.origin))
  return { byId: urls, only: origins.size === 1 ? first : null }
}

/** Returns the URL of the page with this `pageref`; without one, a page of the one origin that all have. */
export const pageOf = ({ byId, only }: PageUrls, pageref: string | null): string | null =>
  pageref === null ? only : (byId.get(pageref) ?? null)
