import { readUrl } from '../parse-url.ts'

/** Returns a URL's host, with its port; the URL itself if it has none. */
export function hostOf(url: string): string {
  return readUrl(url)?.host || url
}

/** Returns a URL without its long and secret parts: query, fragment, user name. */
export function shortUrl(url: string): string {
  const parsed = readUrl(url)
  return parsed === null ? url : `${parsed.protocol}//${parsed.host}${parsed.pathname}`
}

/** Returns a URL's host name without port and brackets, or '' if it isn't a URL. */
export const hostNameOf = (url: string): string => readUrl(url)?.hostname.replace(/^\[|\]$/g, '') ?? ''

/** Returns a URL's path; a value that isn't a URL is returned unchanged. */
export const pathOf = (url: string): string => readUrl(url)?.pathname ?? url

/** Reports whether browsers refuse a URL for its port. https://fetch.spec.whatwg.org/#port-blocking */
export const hasBadPort = (url: string): boolean => BAD_PORTS.has(Number(readUrl(url)?.port))

const BAD_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])
