import { isLoopbackUrl } from '../../knowledge/hosts.ts'
import { isSchemelesslySameSite } from '../../knowledge/site.ts'
import { code, type Text, text } from '../../text/text.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { pagesOf } from './pages-of.ts'

/**
 * Returns what to consider before a fetch's origin is allowed, if the inspected page is another site's: a frame in it made
 * the request, or another tab. Null if it's the page's own, or if nothing shows the page.
 */
export function embeddedIn(verdict: Verdict): Text | null {
  const { origin } = verdict.exchange.facts
  if (!origin.known || origin.value === null || !/^https?:/.test(origin.value)) return null
  const asker = origin.value
  const pages = pagesOf(verdict)
  const [page] = pages
  if (page === undefined || pages.some((one) => isSame(one, asker))) return null
  return text`Allow ${code(asker)} only if it's yours: the page is ${code(page)}.`
}

const isSame = (page: string, asker: string): boolean =>
  page === asker || (isLoopbackUrl(page) && isLoopbackUrl(asker)) || isSchemelesslySameSite(page, asker)
