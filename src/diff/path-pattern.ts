import { pathOf } from '../evidence/address.ts'

/**
 * Returns a URL's path with `{id}` in place of identifiers: numbers, UUIDs, hashes, dates, keys and addresses, which are
 * rarely the same in two recordings of the same steps.
 */
export const pathPattern = (url: string): string => pathOf(url).split('/').map(segmentPattern).join('/')

function segmentPattern(segment: string): string {
  if (segment.length > LONGEST || WHOLE.some((pattern) => pattern.test(segment))) return ID
  const [, prefix, rest = ''] = PREFIXED.exec(segment) ?? []
  if (prefix !== undefined && isDrawn(rest)) return `${prefix}${ID}`
  // The hash that a build adds to a file name.
  return segment.replace(HASHED, (part, mark: string, hash: string) =>
    isDrawn(hash) ? `${mark}${ID}` : part,
  )
}

const ID = '{id}'

/** Segments of routes are short; longer ones are values. */
const LONGEST = 120

const WHOLE: readonly RegExp[] = [
  /^\d+$/,
  /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  // Hexadecimal digits with at least one number among them: "deadbeef" is one, "facade" a word.
  /^(?=[a-f]*\d)[\da-f]{8,}$/i,
  /^\d{4}-\d\d-\d\d(?:T[\w:.%+-]*)?$/,
  // Letters and digits alternate, as in ULIDs and keys; in "oauth2callback" they change only twice.
  /^(?=[a-z_-]*\d+(?:[a-z_-]+\d+){2})[\w-]{10,}$/i,
  /@|%40/i,
]

/** `user_123`, `cus_9s6XKzkNRiz8i3`, `order-4711`. */
const PREFIXED = /^([a-z]{2,12}[_-])([\da-z]+)$/i

const HASHED = /([._-])([\da-z]{6,40})(?=\.[a-z\d]{1,5}(?:$|\.))/gi

/** Reports whether a part of a name is random or a counter: three digits, or letters and digits mixed. */
const isDrawn = (part: string): boolean =>
  /^\d{3,}$/.test(part) || (part.length >= 6 && /\d/.test(part) && /[a-z]/i.test(part))
