import { get } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'

/** Reports whether Firefox made a request, judged by its `User-Agent`. */
export const isFirefox = ({ request }: HarEntry): boolean =>
  /\bFirefox\//.test(get(request.headers, 'User-Agent') ?? '')
