import { code, text } from '../../text/text.ts'
import { isCopy, variesBy } from '../cached.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { ownPreflight } from '../trusted-probes.ts'
import { inventedHeaderPreflight } from './any-header-with-credentials.ts'

/**
 * A cache in front of the API responds to preflights with copies that don't depend on what a preflight asks for.
 *
 * Example: CloudFront with OPTIONS cached, and no `Access-Control-Request-Headers` in the cache key.
 */
export default defineLint({
  id: 'preflight-cached-without-vary',
  means: 'A cache responds to preflights, whatever method and headers they ask for.',
  cwe: 'CWE-524',
  correction: null,
  probes: (target) => [ownPreflight(target), inventedHeaderPreflight(target)],
  finds: ({ target, of }) => {
    const answer = [of(ownPreflight(target)), of(inventedHeaderPreflight(target))].find(
      (one) => isCopy(one) && !NAMES.every((name) => variesBy(one, name)),
    )
    return answer === undefined ? null : { answer }
  },
  severity: () => 'low',
  says: () => ({
    summary: text`A cache responded to the preflight, and ${code('Vary')} doesn't list what it asks for.`,
    detail: text`Preflights that ask for other methods or headers may get the same copy, which blocks them or allows what the API doesn't.`,
  }),
  evidence: ({ answer }) => evidenceOf(answer, 'Vary', 'Age', 'X-Cache'),
  fix: () =>
    text`Don't cache OPTIONS, or send ${code(`Vary: Origin, ${NAMES.join(', ')}`)} and make these headers part of the cache key.`,
})

const NAMES = ['Access-Control-Request-Method', 'Access-Control-Request-Headers'] as const
