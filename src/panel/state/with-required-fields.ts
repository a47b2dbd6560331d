import { parseUrl } from '../../internal.ts'
import { field } from '../parts/untrusted.ts'

/**
 * Returns an entry with the fields that HAR 1.2 requires but that aren't kept when a file is read: other tools refuse an
 * exported entry without them. http://www.softwareishard.com/blog/har-12-spec/
 */
export function withRequiredFields(entry: unknown): unknown {
  const request = field(entry, 'request')
  const response = field(entry, 'response')
  if (typeof entry !== 'object' || !isObject(request) || !isObject(response)) return entry
  return {
    cache: {},
    ...entry,
    request: { cookies: [], queryString: queryOf(field(request, 'url')), ...request },
    response: { cookies: [], ...response },
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function queryOf(url: unknown): readonly { readonly name: string; readonly value: string }[] {
  if (typeof url !== 'string' || parseUrl(url) === null) return []
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
}
