import { nginx } from './nginx.ts'

/** Nginx hashes plain keys of a map into buckets of one cache line; a longer key keeps it from starting. */
const LONGEST_MAP_KEY = 46

/**
 * Returns an origin as a key of an Nginx `map`: the string itself, or where that is too long for its hash a regular
 * expression that matches this string alone. Precondition: its host is plain, so that dots and brackets are all
 * that a regular expression reads in another way.
 */
export const nginxMapKey = (origin: string): string =>
  origin.length <= LONGEST_MAP_KEY ? nginx.literal(origin) : `"~^${origin.replace(/[.[\]]/g, '\\$&')}$"`
