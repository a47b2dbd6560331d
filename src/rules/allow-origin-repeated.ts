import { code, list, text } from '../text/text.ts'
import { times } from '../text/times.ts'
import {
  allowOriginArgs,
  allowOriginEvidence,
  allowOriginLines,
  allowThisOrigin,
  neverAllowNull,
} from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The header was sent more than once, so two layers set it.
 *
 * Example: `Access-Control-Allow-Origin: *` from the proxy, and the same again from the application.
 * Instead: let one layer set it, and have the other remove it.
 */
export default defineRule({
  id: 'allow-origin-repeated',
  means: 'The header was sent more than once, so two layers set it.',
  match: (failure) => {
    const lines = allowOriginLines(failure)
    return lines.length > 1 ? { ...allowOriginArgs(failure), lines } : null
  },
  brief: ({ lines }) => text`${code('Access-Control-Allow-Origin')} sent ${times(lines.length)}`,
  summary: ({ response, lines }) =>
    text`The ${response} has ${code('Access-Control-Allow-Origin')} ${times(lines.length)}: ${list([...new Set(lines)].map(code))}.`,
  detail: ({ origin, page }) =>
    text`Browsers join repeated headers with commas, and the result isn't an origin. Keep one${origin === 'null' ? '' : text`, sending ${code(origin)}`}.${origin === 'null' ? text` ${neverAllowNull(page)}` : ''}`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
