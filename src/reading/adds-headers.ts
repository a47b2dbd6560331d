import { asciiLower, get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { answeredBy } from './answered-by.ts'
import { namesFromBehind } from './names-from-behind.ts'

/**
 * Reports whether `Access-Control-Allow-Origin` in a response certainly comes from nginx or Apache, not from an
 * application behind it: the response is the server's own page or file, or the application writes names in lowercase and
 * this one has capitals.
 */
export function isAddedByServer(entry: HarEntry): boolean {
  if (!/^(nginx|openresty|tengine|Apache)\b/i.test(get(entry.response.headers, 'Server') ?? '')) return false
  return answeredBy(entry)?.who === 'proxy' || isStaticFile(entry) || hasCapitalsAmongLower(entry)
}

/** The `ETag` that nginx and Apache make from a file's time and size. */
const isStaticFile = ({ response: { headers } }: HarEntry): boolean =>
  /^(W\/)?"[0-9a-f]+-[0-9a-f]+(-[0-9a-f]+)?"$/.test(get(headers, 'ETag') ?? '') &&
  get(headers, 'Last-Modified') !== null &&
  get(headers, 'X-Powered-By') === null

function hasCapitalsAmongLower(entry: HarEntry): boolean {
  const names = entry.response.headers.map(({ name }) => name)
  const fromBehind = namesFromBehind(entry)
  return (
    names.includes('Access-Control-Allow-Origin') &&
    fromBehind.length > 0 &&
    fromBehind.every((name) => name === asciiLower(name))
  )
}
