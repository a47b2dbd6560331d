import { presentHeaders, responseHeader } from '../../evidence/place.ts'
import { trimOws, valuesOf } from '../../fetch/header-list.ts'
import { blockedBy } from '../../reading/blocked-by.ts'
import { writersOfDoubled } from '../../reading/writers-of-doubled.ts'
import { code, list, text } from '../../text/text.ts'
import { times } from '../../text/times.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * Two layers of the server add the same header.
 *
 * Example: the application sends the page's origin, and the proxy in front of it adds `*`.
 */
export default defineRootCause({
  id: 'set-twice',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || !/^allow-origin/.test(blocked.rule)) return null
    const headerLines = valuesOf(blocked.entry.response.headers, 'Access-Control-Allow-Origin')
    const items = headerLines.flatMap((line) => line.split(',').map(trimOws))
    const [value = ''] = items
    // A list of different origins in one line was written that way; see the rule.
    const filled = items.filter((item) => item !== '')
    const doubled = filled.length > new Set(filled).size || (filled.length > 1 && filled.includes('*'))
    if (headerLines.length < 2 && !doubled) return null
    const writers = writersOfDoubled(blocked.entry, 'Access-Control-Allow-Origin')
    return { entry: blocked.entry, items, value, same: new Set(items).size === 1, writers }
  },
  confidence: 'high',
  summary: ({ items, same, value }) =>
    same
      ? text`${code('Access-Control-Allow-Origin')} is set ${times(items.length)}, always to ${code(value)}.`
      : text`${code('Access-Control-Allow-Origin')} is set ${times(items.length)}: ${list(items.slice(0, 3).map(code))}.`,
  detail: ({ writers }) =>
    text`Likely by two layers: the application and its proxy, two CORS middlewares, or a function and its gateway. ${
      writers === null
        ? ''
        : text`By the capitalization of the names, ${code(lineOf(writers.application))} likely comes from the application (it also sends ${code(writers.like)}), and ${code(lineOf(writers.inFront))} from in front of it. `
    }Keep one: remove CORS from the application, or have the proxy drop the application's header (nginx: ${code('proxy_hide_header')}, Apache: ${code('Header unset')}).`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Origin'),
    ...presentHeaders(entry, 'Server', 'Via', 'X-Powered-By'),
  ],
})

const lineOf = ({ name, value }: { readonly name: string; readonly value: string }): string =>
  `${name}: ${value}`
