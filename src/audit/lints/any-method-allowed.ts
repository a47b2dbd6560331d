import { code, text } from '../../text/text.ts'
import { allowsAll, itemsOf, withCredentials } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { type Probe, preflightBy } from '../probe.ts'
import type { AuditTarget } from '../target.ts'

/** Returns a preflight that asks for a method that no API uses. */
const inventedMethodPreflight = (target: AuditTarget): Probe =>
  preflightBy(target, target.origins[0] ?? '', { method: METHOD }, 'is an invented method allowed?')

const METHOD = 'WHYCORSAUDIT'

/**
 * The API allows any method that a preflight asks for.
 *
 * Example: `Access-Control-Allow-Methods: *`.
 */
export default defineLint({
  id: 'any-method-allowed',
  means: 'The API allows every method, or one that browsers never send.',
  cwe: 'CWE-942',
  correction: 'list-methods',
  probes: (target) => [inventedMethodPreflight(target)],
  finds: ({ target, of }) => {
    const answer = of(inventedMethodPreflight(target))
    const methods = itemsOf(answer, 'Access-Control-Allow-Methods')
    const method = [METHOD.toLowerCase(), '*', 'trace', 'track', 'connect'].find((one) =>
      methods.includes(one),
    )
    // Who may read everything may as well use every method.
    const isPublic = method === '*' && allowsAll(answer) && !withCredentials(answer)
    return method === undefined || isPublic ? null : { answer, method: method.toUpperCase() }
  },
  severity: ({ answer, method }) => (method === METHOD && withCredentials(answer) ? 'low' : 'info'),
  says: ({ method }) => ({
    summary:
      method === METHOD || method === '*'
        ? text`The API allows every method: it accepted ${code(method)}.`
        : text`The API allows ${code(method)}, which browsers never send for a page.`,
    detail: text`Pages of an allowed origin can call methods that the API has only for other clients.`,
  }),
  evidence: ({ answer }) =>
    evidenceOf(answer, 'Access-Control-Allow-Methods', 'Access-Control-Allow-Credentials'),
  fix: () => text`List the methods that your pages use.`,
})
