import { parseUrl } from '../parse-url.ts'

/** Returns the origin of a page as browsers send it, that of an app too; null for an opaque one, which is nobody's own. */
export function originOfPage(page: string): string | null {
  const url = parseUrl(page)
  if (url === null || url.host === '') return null
  return url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin
}
