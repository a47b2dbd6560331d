import { code, text } from '../../text/text.ts'
import { itemsOf, withCredentials } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { FOREIGN_LABEL } from '../foreign-host.ts'
import { defineLint } from '../lint.ts'
import { type Probe, preflightBy } from '../probe.ts'
import type { AuditTarget } from '../target.ts'

/** Returns a preflight that asks for a header that no API uses. */
export const inventedHeaderPreflight = (target: AuditTarget): Probe =>
  preflightBy(
    target,
    target.origins[0] ?? '',
    { method: 'GET', headers: [HEADER] },
    'is an invented header allowed?',
  )

const HEADER = `x-${FOREIGN_LABEL}`

/**
 * The API allows any header that a preflight asks for, with credentials.
 *
 * Example: the `cors` package of Express with `credentials: true` and without `allowedHeaders`.
 */
export default defineLint({
  id: 'any-header-with-credentials',
  means: 'The API allows every header that a preflight asks for, with credentials.',
  cwe: 'CWE-942',
  correction: 'list-headers',
  probes: (target) => [inventedHeaderPreflight(target)],
  finds: ({ target, of }) => {
    const answer = of(inventedHeaderPreflight(target))
    const isAllowed = itemsOf(answer, 'Access-Control-Allow-Headers').includes(HEADER)
    return isAllowed && withCredentials(answer) ? { answer } : null
  },
  severity: () => 'low',
  says: () => ({
    summary: text`The API allows every header, with credentials: it accepted ${code(HEADER)}.`,
    detail: text`Pages of an allowed origin can also send headers that something behind the API trusts, such as ${code('X-Forwarded-For')}.`,
  }),
  evidence: ({ answer }) =>
    evidenceOf(answer, 'Access-Control-Allow-Headers', 'Access-Control-Allow-Credentials'),
  fix: () => text`List the headers that your pages send.`,
})
