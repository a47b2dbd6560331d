import { type Answer, headerOf, itemsOf } from './answer.ts'

/** Reports whether a response tells caches that it depends on a request header. */
export const variesBy = (answer: Answer, name: string): boolean =>
  itemsOf(answer, 'Vary').some((item) => item === '*' || item === name.toLowerCase())

/** Reports whether caches must not store a response. */
export const isNeverStored = (answer: Answer): boolean =>
  itemsOf(answer, 'Cache-Control').includes('no-store')

/**
 * Reports whether a response may be reused by caches, or comes from one.
 * https://www.rfc-editor.org/rfc/rfc9111#section-4.2
 */
export const isMarkedCacheable = (answer: Answer): boolean =>
  !isNeverStored(answer) &&
  (isCopy(answer) ||
    itemsOf(answer, 'Cache-Control').some((item) =>
      /^(public|immutable|(s-maxage|max-age)=[1-9])/.test(item),
    ))

/** Reports whether a response is a cache's copy, according to its headers. */
export const isCopy = (answer: Answer): boolean =>
  /^[1-9]\d*$/.test(headerOf(answer, 'Age') ?? '') ||
  ['X-Cache', 'CF-Cache-Status', 'X-Cache-Status', 'CDN-Cache', 'X-Vercel-Cache'].some((name) =>
    /\bhit\b/i.test(headerOf(answer, name) ?? ''),
  )
