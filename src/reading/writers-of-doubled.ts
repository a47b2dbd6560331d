import { asciiLower } from '../fetch/header-list.ts'
import type { HarEntry } from '../har/har-entry.ts'
import { namesFromBehind } from './names-from-behind.ts'

/** A header line as written. */
interface Line {
  readonly name: string
  readonly value: string
}

/** Which server wrote which of two lines of the same header. */
export interface Writers {
  readonly application: Line
  readonly inFront: Line
  /** Another header name with the application's capitalization. */
  readonly like: string
}

/**
 * Returns which of two lines of a header the application wrote, and which a server in front of it, judged by the
 * capitalization of their names. Null if it's the same, or if no other header shows the application's capitalization:
 * HTTP/2 and some proxies convert all names to lowercase.
 */
export function writersOfDoubled(entry: HarEntry, header: string): Writers | null {
  const lines = entry.response.headers.filter(({ name }) => asciiLower(name) === asciiLower(header))
  const lower = lines.find(({ name }) => isLower(name))
  const capital = lines.find(({ name }) => !isLower(name))
  const others = namesFromBehind(entry)
  const [like] = others
  if (lower === undefined || capital === undefined || like === undefined) return null
  if (others.every(isLower)) return { application: lower, inFront: capital, like }
  // A server in front uses capitals as often as not, so a name is needed that only applications write.
  const own = others.find((name) => /^X-(Powered-By|AspNet-Version|Runtime|Debug-Exception)$/.test(name))
  return own === undefined || others.some(isLower)
    ? null
    : { application: capital, inFront: lower, like: own }
}

const isLower = (name: string): boolean => name === asciiLower(name)
