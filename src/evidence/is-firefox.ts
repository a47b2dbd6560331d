import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'

/** Returns whether Firefox made a request, by the request's own word. */
export const isFirefox = ({ request }: HarEntry): boolean =>
  /\bFirefox\//.test(get(request.headers, 'User-Agent') ?? '')
