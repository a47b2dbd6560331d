import { parseUrl } from '../parse-url.ts'
import { mask, masked } from './mask.ts'
import { isSecretParameter } from './secret-name.ts'
import { looksRandom, maskSecrets } from './secret-text.ts'

/** How deep a URL inside a parameter of a URL is looked into. */
const mostNesting = 3

/** The start of a URL up to its authority; the URL parser takes backslashes, and any number of slashes, too. */
const authorityStart = String.raw`[\s\p{Cc}]*(?:(?:https?|wss?|ftp):[\\/]*|[a-z][a-z0-9+.-]*:\/\/|[\\/]{2,})`
const userinfo = new RegExp(`^(${authorityStart})[^\\\\/?#]*@`, 'iu')
const userinfoOfInvalid = new RegExp(`^(${authorityStart})[^@]*:.*@`, 'ius')

/**
 * Returns `url` with user, password, token-like parameters of query and fragment, and JSON Web Tokens masked.
 * Everything else stays as it is, byte for byte; `url` may be relative or no URL at all.
 */
export const redactUrl = (url: string): string => redactNested(url, 0)

function redactNested(url: string, depth: number): string {
  const [, start = '', path = '', query = '', fragment = ''] =
    /^((?:[^/?#]*:)?(?:[\\/]{2,}[^\\/?#]*)?)([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(withoutUserinfo(url)) ?? []
  const parts = [
    start,
    /^data:/i.test(start) ? path : redactPath(path),
    redactParameters(query, depth),
    // A fragment may be a route with a query of its own: `#/callback?access_token=…`.
    redactParameters(fragment, depth),
  ]
  return maskSecrets(parts.join(''))
}

function withoutUserinfo(url: string): string {
  const shown = url.replace(userinfo, `$1${mask}@`)
  // A password with a "/" or "#" in it makes the URL invalid, but it is still a password.
  const isBroken = url.includes('@') && /^[a-z][a-z0-9+.-]*:/i.test(url) && parseUrl(url) === null
  return isBroken ? shown.replace(userinfoOfInvalid, `$1${mask}@`) : shown
}

const redactPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => {
      if (looksRandom(decode(segment), true)) return mask
      return segment.replace(
        /(;)([^=;]*)=([^;]*)/g,
        (whole, separator: string, name: string, value: string) =>
          isSecretParameter(decode(name)) ? `${separator}${name}=${masked(value)}` : whole,
      )
    })
    .join('/')

function redactParameters(part: string, depth: number): string {
  return part.replace(/([?#&;]?)([^?#&;]+)/g, (whole, separator: string, parameter: string) => {
    const equals = parameter.indexOf('=')
    if (equals < 0) return looksRandom(decode(parameter)) ? separator + mask : whole
    const name = parameter.slice(0, equals)
    const value = parameter.slice(equals + 1)
    return isSecretParameter(decode(name)) || isSecretValue(decode(value), depth)
      ? `${separator}${name}=${masked(value)}`
      : whole
  })
}

function isSecretValue(value: string, depth: number): boolean {
  if (looksRandom(value) || maskSecrets(value) !== value) return true
  return depth < mostNesting && redactNested(value, depth + 1) !== value
}

/** Returns `text` without percent-encoding as far as it can be decoded. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ')
  return spaced.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}
