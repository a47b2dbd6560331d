import { parseUrl } from '../parse-url.ts'
import { decodePercent } from './decode-percent.ts'
import { looksRandom } from './looks-random.ts'
import { mapParts } from './map-parts.ts'
import { mask, masked, type Seen, unseen } from './mask.ts'
import { noteUser } from './note-user.ts'
import { redactSegments } from './redact-segments.ts'
import { maskFields } from './secret-fields.ts'
import { isSecretParameter } from './secret-name.ts'
import { maskSecrets } from './secret-text.ts'

/** How deep URLs nested in parameters of URLs are examined. */
const mostNesting = 4

/** The start of a URL up to its authority; the URL parser also accepts backslashes and any number of slashes. */
const authorityStart = String.raw`[\s\p{Cc}]*(?:(?:https?|wss?|ftp):[\\/]*|[a-z][a-z0-9+.-]*:\/\/|[\\/]{2,})`
const userinfo = new RegExp(`^(${authorityStart})([^\\\\/?#]*)@`, 'iu')
const userinfoOfInvalid = new RegExp(`^(${authorityStart})([^@]*:.*)@`, 'ius')

/**
 * Scheme and host, path, query, fragment. After the schemes of the web, any number of slashes begins the host; after others,
 * such as `file:`, two.
 */
const parts =
  /^((?:(?:https?|wss?|ftp):)?[\\/]{2,}[^\\/?#]*|(?:[^/?#]*:)?(?:\/\/[^/?#]*)?)([^?#]*)(\?[^#]*)?(#.*)?$/is

/** A URL in the path of another, as for proxies; one of its slashes may be lost. */
const nestedInPath = /\/(?=[a-z][a-z0-9+.-]{0,30}:\/{2}|(?:https?|wss?|ftp):\/)/i

/** `hooks.zapier.com`, `hook.eu1.make.com`, `shop.webhook.office.com`: who has such a URL may call it. */
const hostOfHooks = /[/.@](?:web)?hooks?\./i

/**
 * Returns `url` with user, password, secret parameters of query and fragment, and the values after telling path segments
 * masked. Everything else stays the same, byte for byte. `url` may be relative, or not a URL at all.
 */
export const redactUrl = (url: string, seen: Seen = unseen): string => redactNested(url, 0, seen)

function redactNested(url: string, depth: number, seen: Seen): string {
  const [, start = '', path = '', query = '', fragment = ''] = parts.exec(withoutUserinfo(url, seen)) ?? []
  const look = (value: string): boolean => isSecretValue(value, depth, seen)
  const shown = [
    start,
    /^data:/i.test(start) ? path : redactPath(path, depth, seen, hostOfHooks.test(start)),
    redactParameters(query, look, seen),
    // A fragment may be a route with its own query: `#/callback?access_token=…`.
    fragment.startsWith('#/')
      ? `#${redactSegments(fragment.slice(1).split('?', 1)[0] ?? '', look, seen)}${redactParameters(/\?.*$/s.exec(fragment)?.[0] ?? '', look, seen)}`
      : redactParameters(fragment, look, seen),
  ]
  return maskSecrets(shown.join(''), seen)
}

function withoutUserinfo(url: string, seen: Seen): string {
  if (!url.includes('@')) return url
  const hide = (_: string, start: string, user: string): string => {
    if (user !== mask && user !== '') noteUser(user, seen)
    return `${start}${mask}@`
  }
  const shown = url.replace(userinfo, hide)
  // A password that contains "/" or "#" makes the URL invalid, but is still a password.
  const isBroken = /^[a-z][a-z0-9+.-]*:/i.test(url) && parseUrl(url) === null
  return isBroken ? shown.replace(userinfoOfInvalid, hide) : shown
}

function redactPath(path: string, depth: number, seen: Seen, isOfHook: boolean): string {
  const look = (value: string): boolean => isSecretValue(value, depth, seen)
  const at = depth < mostNesting && path.includes(':/') ? path.search(nestedInPath) : -1
  if (at < 0) return redactSegments(path, look, seen, isOfHook)
  return `${redactSegments(path.slice(0, at), look, seen, isOfHook)}/${redactNested(path.slice(at + 1), depth + 1, seen)}`
}

/** Returns a query or fragment, from its sign on, with the values of secret parameters masked. */
const redactParameters = (part: string, look: (value: string) => boolean, seen: Seen): string =>
  mapParts(part, endsParameter, (parameter) => {
    if (parameter === '') return parameter
    const equals = parameter.indexOf('=')
    const value = parameter.slice(equals + 1)
    const decoded = decodePercent(value)
    const before = parameter.slice(0, equals + 1)
    if (equals >= 0 && isSecretParameter(decodePercent(before.slice(0, -1)), decoded))
      return before + masked(value, seen)
    return looksRandom(decoded) || look(decoded) ? before + masked(value, seen, false) : parameter
  })

/** Reports whether a character is one of `?#&;`. */
const endsParameter = (code: number): boolean =>
  code === 0x26 || code === 0x3b || code === 0x3f || code === 0x23

/**
 * Reports whether a decoded value contains a secret: a token, a field of JSON, or a URL with one, encoded once more or
 * not.
 */
function isSecretValue(value: string, depth: number, seen: Seen): boolean {
  if (value.length < 5) return false
  // A secret found inside is also a secret on its own, in case it recurs without its surroundings.
  if (maskFields(maskSecrets(value, seen), seen) !== value) return true
  if (depth >= mostNesting || !/[%/?#&=;:]/.test(value)) return false
  if (/[/?#&=;]/.test(value) && redactNested(value, depth + 1, seen) !== value) return true
  const decoded = decodePercent(value)
  return decoded !== value && (looksRandom(decoded) || isSecretValue(decoded, depth + 1, seen))
}
