import { code, text } from '../text/text.ts'
import { allowOriginArgs, allowOriginEvidence, allowThisOrigin, neverAllowNull } from './allow-origin.ts'
import { defineRule } from './rule.ts'

/**
 * The page has no origin: a local file, a sandboxed frame or a data: URL.
 *
 * Example: index.html, opened from disk, calls https://api.example.
 * Instead: serve the page from http://localhost, or give the frame `allow-same-origin`.
 */
export default defineRule({
  id: 'request-origin-null',
  means: 'The page has no origin: a local file, a sandboxed frame or a data: URL.',
  match: (failure) => (failure.request.origin === 'null' ? allowOriginArgs(failure) : null),
  brief: () => text`the page's origin is ${code('null')}`,
  summary: ({ response, value }) =>
    text`The page's origin is ${code('null')}; the ${response} allows ${code(value)}.`,
  detail: ({ page }) => neverAllowNull(page),
  evidence: allowOriginEvidence,
  fix: allowThisOrigin,
})
