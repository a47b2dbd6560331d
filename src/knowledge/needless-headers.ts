/** A header (in lowercase) that causes a preflight although the request doesn't need it. */
export interface NeedlessHeader {
  readonly name: string
  readonly says:
    | 'that script asks'
    /** The `cache` option of fetch() does the same without a header. */
    | 'how caches may answer'
    /** The browser's cache sends this itself, without a preflight. */
    | 'what is there already'
    | 'the type of a body'
  /** Whether most servers ignore it. */
  readonly ignored: boolean
  readonly source: string
}

export const NEEDLESS_HEADERS: readonly NeedlessHeader[] = [
  {
    name: 'x-requested-with',
    says: 'that script asks',
    ignored: true,
    source: 'https://api.jquery.com/jQuery.ajax/',
  },
  {
    name: 'cache-control',
    says: 'how caches may answer',
    ignored: true,
    source: 'https://www.rfc-editor.org/rfc/rfc9111#section-5.2.1',
  },
  {
    name: 'pragma',
    says: 'how caches may answer',
    ignored: true,
    source: 'https://www.rfc-editor.org/rfc/rfc9111#section-5.4',
  },
  {
    name: 'expires',
    says: 'how caches may answer',
    ignored: true,
    source: 'https://www.rfc-editor.org/rfc/rfc9111#section-5.3',
  },
  // Script sets it to a date long ago to bypass the cache; no resource is that old.
  {
    name: 'if-modified-since',
    says: 'what is there already',
    ignored: true,
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-13.1.3',
  },
  {
    name: 'if-none-match',
    says: 'what is there already',
    ignored: false,
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2',
  },
  {
    name: 'content-type',
    says: 'the type of a body',
    ignored: true,
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-8.3',
  },
]

/**
 * Returns why a header (in lowercase) is unnecessary with a method, or null. A `Content-Type` is only needed with a body.
 */
export function needlessHeader(name: string, method: string): NeedlessHeader | null {
  const found = NEEDLESS_HEADERS.find((header) => header.name === name) ?? null
  return found?.says === 'the type of a body' && method !== 'GET' && method !== 'HEAD' ? null : found
}
