import { code, list, text } from '../text/text.ts'
import {
  allowOriginArgs,
  allowOriginEvidence,
  allowOriginLines,
  allowThisOrigin,
  neverAllowNull,
} from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The header came more than once, so two layers set it.
 *
 * Example: `Access-Control-Allow-Origin: *` from the proxy, and the same again from the application.
 * Instead: let one layer set it, and have the other remove it.
 */
export default defineRule({
  id: 'allow-origin-repeated',
  means: 'The header came more than once, so two layers set it.',
  match: (failure) => {
    const lines = allowOriginLines(failure)
    return lines.length > 1 ? { ...allowOriginArgs(failure), lines } : null
  },
  summary: ({ response, lines }) =>
    text`The ${response} has ${code('Access-Control-Allow-Origin')} ${lines.length} times: ${list(lines.map(code))}.`,
  detail: ({ origin, page }) =>
    text`Repeated headers are joined to one value with commas, and that is no origin, even if the parts are equal. Two layers add the header (an application and a proxy, or two middlewares): keep one${origin === 'null' ? '' : text`, sending ${code(origin)}`}, and have the other remove it.${origin === 'null' ? text` ${neverAllowNull(page)}` : ''}`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
