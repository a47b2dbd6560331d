import type { HarEntry } from '../../har/har-entry.ts'
import { headerOf } from '../../reading/blocked-by.ts'

/** The response headers by which caches say where a response came from. */
export const HIT_HEADERS = [
  'X-Cache',
  'CF-Cache-Status',
  'X-Vercel-Cache',
  'X-Cache-Status',
  'X-Proxy-Cache',
  'Age',
]

/** Returns whether a response says that a cache gave it. */
export const isHit = (entry: HarEntry): boolean =>
  Number(headerOf(entry, 'Age') ?? 0) > 0 ||
  HIT_HEADERS.some((name) => /\bhit\b/i.test(headerOf(entry, name) ?? ''))
