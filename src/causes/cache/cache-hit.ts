import type { HarEntry } from '../../har/har-entry.ts'
import { headerOf } from '../../reading/blocked-by.ts'

/** The response headers with which caches state whether a response came from the cache. */
export const HIT_HEADERS = [
  'X-Cache',
  'CF-Cache-Status',
  'X-Vercel-Cache',
  'X-Cache-Status',
  'X-Proxy-Cache',
  'Age',
]

/** Reports whether a response came from a cache, according to its headers. */
export const isHit = (entry: HarEntry): boolean =>
  Number(headerOf(entry, 'Age') ?? 0) > 0 ||
  HIT_HEADERS.some((name) => /\bhit\b/i.test(headerOf(entry, name) ?? ''))
