import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { code, type Text, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The header has the unparsed text of a setting: a list, a value in quotes, a pattern.
 *
 * Example: `Access-Control-Allow-Origin: ["https://app.example"]`, from a variable that contains JSON.
 */
export default defineRootCause({
  id: 'allow-origin-as-written',
  family: 'layers',
  yieldsTo: ['set-twice'],
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.allowOrigin === null || !/^allow-origin/.test(blocked.rule)) return null
    const value = blocked.allowOrigin
    const trimmed = value.trim()
    const shape = SHAPES.find(({ looks }) => looks.test(trimmed))
    if (shape === undefined) return null
    const origin = get(blocked.entry.request.headers, 'Origin')
    return { entry: blocked.entry, value, origin, shape, isThere: origin !== null && value.includes(origin) }
  },
  confidence: 'high',
  summary: ({ shape, value }) =>
    text`${code('Access-Control-Allow-Origin')} has ${shape.is}: ${code(value)}.`,
  detail: ({ shape, origin, isThere }) =>
    text`${
      isThere && origin !== null
        ? text`${code(origin)} is in it, but browsers compare`
        : text`Browsers compare`
    } the whole value with the page's origin, and accept only one origin or ${code('*')}. ${shape.fix}`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...requestHeader(entry, 'Origin'),
  ],
})

interface Shape {
  /** Of the value without blanks at its ends. */
  readonly looks: RegExp
  /** The kind of value, to follow "has". */
  readonly is: string
  readonly fix: Text
}

/** The first match is used. */
const SHAPES: readonly Shape[] = [
  {
    looks: /^\[.*\]$/s,
    is: 'a list in brackets as its text',
    fix: text`The variable that holds the list was used as one string: parse it (${code('JSON.parse(process.env.CORS_ORIGINS)')}, or split it at commas) and hand the list to the CORS middleware, which sends the one that fits.`,
  },
  {
    looks: /^(["'`]).*\1$/s,
    is: 'quotes around its value',
    fix: text`The quotes belong to the syntax of the configuration or the ${code('.env')} file and must not be part of the value: remove them there.`,
  },
  {
    looks: /^(\/.*\/[a-z]*|\^.*|.*\$)$/s,
    is: 'a regular expression as its text',
    fix: text`Browsers know no patterns: let the server match the request's ${code('Origin')} with it (in Node.js a ${code('RegExp')}, not a string) and send back the origin that matches.`,
  },
  {
    looks: /^(https?:)?\/?\/?[^,;\s*]*\*+[^,;\s*]|^https?:\/\/\*/s,
    is: 'a wildcard within an origin',
    fix: text`${code('*')} is only valid alone. Let the server match the request's ${code('Origin')} with the pattern and send back the origin that matches, with ${code('Vary: Origin')}.`,
  },
  {
    looks: /^\*\s*[,;]|[,;]\s*\*$/s,
    is: 'more than an asterisk',
    fix: text`Send ${code('*')} alone: even a leftover comma or semicolon makes it invalid.`,
  },
  {
    looks: /;/,
    is: 'a semicolon in it',
    fix: text`The semicolon is part of the configuration's syntax or separates a list, and browsers don't take lists: let the server compare the request's ${code('Origin')} with each and send back the one that matches.`,
  },
]
