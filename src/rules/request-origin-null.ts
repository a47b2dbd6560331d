import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, neverAllowNull } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The page itself has no origin to show: a local file, a sandboxed frame, a data: URL.
 *
 * Example: index.html opened from the disk asks https://api.example.
 * Instead: serve the page from http://localhost, or give the frame `allow-same-origin`.
 */
export default defineRule({
  id: 'request-origin-null',
  means: 'The page itself has no origin to show: a local file, a sandboxed frame, a data: URL.',
  match: (failure) => (failure.request.origin === 'null' ? allowOriginArgs(failure) : null),
  summary: ({ response, value }) =>
    text`The page asks as ${code('null')}; the ${response} allows ${code(value)}.`,
  detail: ({ page }) => neverAllowNull(page),
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
