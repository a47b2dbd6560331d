import { decodePercent } from './decode-percent.ts'
import { looksRandom } from './looks-random.ts'
import { mapParts } from './map-parts.ts'
import { masked, type Seen } from './mask.ts'
import { isPlain } from './plain-value.ts'
import { isSecretParameter } from './secret-name.ts'
import { followsTelling, isHookKey } from './telling-segment.ts'

/** Files that build tools and font services name by a hash of their content, so that they can be cached forever. */
const hashedFile =
  /\.(?:m?js|cjs|css|map|woff2?|ttf|otf|eot|png|jpe?g|gif|webp|avif|svg|ico|mp[34]|webm|wasm|json|html?|txt|pdf)$/i

/** ASP.NET writes its sessions and logins into paths for browsers without cookies: `/(S(lit3py55t21z5v55vlm25s55))/`. */
const sessionInPath = /^\((?:[SAF]\([\w-]{8,}\))+\)$/i

/**
 * Returns the path of a URL with segments masked that look random or follow a telling one, and values of `;name=value`,
 * `name=value` and `name:value` with secret names. `look` reports other secrets. At a host that takes calls of hooks,
 * each key in the path is one.
 */
export function redactSegments(
  path: string,
  look: (value: string) => boolean,
  seen: Seen,
  isOfHook = false,
): string {
  let before = ''
  let beforeThat = ''
  return mapParts(path, SLASH, (segment) => {
    const decoded = decodePercent(segment)
    const shown =
      sessionInPath.test(decoded) || (isOfHook && isHookKey(decoded))
        ? masked(segment, seen)
        : redactSegment(segment, decoded, before, beforeThat, look, seen)
    beforeThat = before
    before = decoded
    return shown
  })
}

const SLASH = (code: number): boolean => code === 0x2f

function redactSegment(
  segment: string,
  decoded: string,
  before: string,
  beforeThat: string,
  look: (value: string) => boolean,
  seen: Seen,
): string {
  if (segment.length < 4) return segment
  if (followsTelling(decoded, before, beforeThat)) return masked(segment, seen, false)
  if (looksRandom(decoded, true) && !hashedFile.test(decoded)) return masked(segment, seen, false)
  const shown = withoutValues(segment, seen)
  // An encoded URL, or JSON, in one segment.
  return shown === segment && decoded !== segment && look(decoded) ? masked(segment, seen, false) : shown
}

/** Returns a segment with the values of `;name=value`, `name=value` and `name:value` masked. */
function withoutValues(segment: string, seen: Seen): string {
  if (!segment.includes('=') && !segment.includes(':')) return segment
  return segment.replace(
    /(^|;)([^=;:]{1,100})([=:])([^;]*)/g,
    (whole, separator: string, name: string, sign: string, value: string) => {
      const plainValue = decodePercent(value)
      // `/users/password:reset` is a method.
      if (sign === ':' && isPlain(plainValue)) return whole
      return isSecretParameter(decodePercent(name), plainValue)
        ? separator + name + sign + masked(value, seen)
        : whole
    },
  )
}
