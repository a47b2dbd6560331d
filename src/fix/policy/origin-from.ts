import { parseUrl } from '../../parse-url.ts'
import { code, type Inline, type Text, text } from '../../text/text.ts'
import { isOriginPattern, wrongWithPattern } from './origin-pattern.ts'
import { isSerializedOrigin } from './serialized-origin.ts'

/**
 * Returns the origin (or pattern) that the user meant with another spelling (`HTTPS://A.com:443/`), or what is wrong with
 * it.
 */
export function originFrom(written: string): string | { readonly invalid: Text } {
  if (isSerializedOrigin(written)) return written
  if (written === 'null')
    return {
      invalid: text`${code('null')} can't be allowed: any website can send it, from a sandboxed frame.`,
    }
  if (isOriginPattern(written)) return patternFrom(written)
  const parsed = parseUrl(written)
  if (parsed === null || !/^[a-z][a-z0-9+.-]*:\/\//i.test(written))
    return /^[\w.-]+(:\d+)?$/.test(written)
      ? { invalid: text`${code(written)} has no scheme: write ${code(`https://${written}`)}.` }
      : {
          invalid: text`${code(written)} is not an origin: write scheme, host and port, such as ${code('https://app.example')}.`,
        }
  if (/^file:/i.test(written))
    return {
      invalid: text`${code(written)} has no origin: pages from files have ${code('null')}, which can't be allowed.`,
    }
  if (parsed.username !== '' || parsed.password !== '')
    return { invalid: text`${code(written)} has a user name, which no origin has.` }
  if (parsed.search !== '' || parsed.hash !== '' || (parsed.pathname !== '/' && parsed.pathname !== ''))
    return {
      invalid: text`${code(written)} has a path: an origin ends after the host and port (${code(parsed.origin)}).`,
    }
  const origin = /^https?:$/.test(parsed.protocol) ? parsed.origin : `${parsed.protocol}//${parsed.host}`
  return isSerializedOrigin(origin)
    ? origin
    : {
        invalid: text`${code(written)} isn't an origin that browsers send: ${code(parsed.protocol)} is unknown.`,
      }
}

/** Returns a pattern in normalized form: parsed as an origin with a unique word in place of `*`. */
function patternFrom(written: string): string | { readonly invalid: Text } {
  const word = ['x0', 'x1', 'x2'].find((one) => !written.toLowerCase().includes(one)) ?? 'x3'
  const read = written.split('*').length === 2 ? originFrom(written.replace('*', word)) : written
  if (typeof read !== 'string') return { invalid: read.invalid.map((part) => asWritten(part, word)) }
  const pattern = read.replace(word, '*')
  const invalid = wrongWithPattern(pattern)
  return invalid === null ? pattern : { invalid }
}

const asWritten = (part: Inline, word: string): Inline =>
  typeof part !== 'string' && 'code' in part ? code(part.code.replace(word, '*')) : part
