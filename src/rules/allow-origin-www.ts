import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, comparedByteForByte } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin is the same site with or without `www.`.
 *
 * Example: `https://www.app.example` allowed, `https://app.example` asks.
 * Instead: allow the name that the page is served from, or redirect pages to one of them.
 */
export default defineRule({
  id: 'allow-origin-www',
  means: 'The allowed origin is the same site with or without `www.`.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null &&
      differing.join() === 'host' &&
      withoutWww(args.value) === withoutWww(args.origin)
      ? args
      : null
  },
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}; with and without ${code('www.')} are two origins.`,
  detail: ({ origin }) =>
    text`${comparedByteForByte(origin)} Allow this one too, or send every visitor to one of the two names.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})

const withoutWww = (origin: string): string => origin.replace('://www.', '://')
