import { trim } from '../trim.ts'
import { asciiLower, isToken } from './header-list.ts'

/**
 * Returns the essence ("type/subtype", in lowercase) of parsing `input` as a MIME type, or null for failure. Parameters
 * never make parsing fail, so they aren't checked. https://mimesniff.spec.whatwg.org/#parsing-a-mime-type
 */
export function mimeTypeEssence(input: string): string | null {
  const trimmed = trimHttpWhitespace(input)
  const slash = trimmed.indexOf('/')
  if (slash < 0) return null
  const type = trimmed.slice(0, slash)
  const subtype = trimHttpWhitespace(trimmed.slice(slash + 1).split(';', 1)[0] ?? '')
  return isToken(type) && isToken(subtype) ? asciiLower(`${type}/${subtype}`) : null
}

const trimHttpWhitespace = (value: string): string => trim(value, '\t\n\r ')
