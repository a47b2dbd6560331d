import { nginx } from './nginx.ts'

/** Nginx hashes the plain keys of a map into buckets of one cache line, and doesn't start if a key is longer. */
const LONGEST_MAP_KEY = 46

/**
 * Returns an origin as a key of an Nginx `map`: the string itself, or, if it's too long for the hash, a regular
 * expression that only matches this string. Precondition: its host is plain, so only dots and brackets need to be
 * escaped.
 */
export const nginxMapKey = (origin: string): string =>
  origin.length <= LONGEST_MAP_KEY ? nginx.literal(origin) : `"~^${origin.replace(/[.[\]]/g, '\\$&')}$"`
