import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, exactly } from './allow-origin.ts'
import { differingParts } from './differing-parts.ts'
import { defineRule } from './rule.ts'

/**
 * The allowed origin differs by `www.`.
 *
 * Example: `https://www.app.example` is allowed, the page is on `https://app.example`.
 * Instead: allow the name that the page is served from, or redirect pages to one of them.
 */
export default defineRule({
  id: 'allow-origin-www',
  means: 'The allowed origin differs by `www.`.',
  match: (failure) => {
    const args = allowOriginArgs(failure)
    const differing = differingParts(args.value, args.origin)
    return differing !== null &&
      differing.join() === 'host' &&
      withoutWww(args.value) === withoutWww(args.origin)
      ? args
      : null
  },
  brief: ({ value }) => text`allows ${code(value)}`,
  summary: ({ response, value }) =>
    text`The ${response} allows ${code(value)}; with and without ${code('www.')} are different origins.`,
  detail: ({ origin }) =>
    text`${exactly(origin)} Allow this one too, or redirect all visitors to one of the names.`,
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})

const withoutWww = (origin: string): string => origin.replace('://www.', '://')
