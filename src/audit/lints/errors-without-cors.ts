import { parseUrl } from '../../parse-url.ts'
import { code, text } from '../../text/text.ts'
import { headerOf, isConclusive, passes } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { FOREIGN_LABEL } from '../foreign-host.ts'
import { defineLint } from '../lint.ts'
import { getBy, type Probe } from '../probe.ts'
import type { AuditTarget } from '../target.ts'
import { allowedAnswers, ownPreflight, trustedProbes } from '../trusted-probes.ts'

/** Returns requests that cause an error: for a nonexistent path, and without the user's headers. */
function probesOf(target: AuditTarget): readonly Probe[] {
  const origin = target.origins[0] ?? ''
  const missing = parseUrl(`${FOREIGN_LABEL}-no-such-path`, target.url)?.href ?? target.url
  return [
    { ...getBy(target, origin, 'do errors (404) have CORS headers?'), url: missing },
    ...(target.headers.length === 0
      ? []
      : [getBy({ ...target, headers: [] }, origin, 'do errors without your headers have CORS headers?')]),
  ]
}

/**
 * Errors have no CORS headers, so pages can't read them and browsers report CORS errors for them.
 *
 * Example: `add_header` in Nginx without `always`.
 */
export default defineLint({
  id: 'errors-without-cors',
  means: 'Errors have no CORS headers, so browsers report each as a CORS error.',
  cwe: null,
  correction: 'errors',
  probes: (target) => [...trustedProbes(target), ownPreflight(target), ...probesOf(target)],
  finds: (audited) => {
    const { target, of } = audited
    const preflight = of(ownPreflight(target))
    // A page that passes the preflight is allowed: an error without the headers is one of the API.
    const own = passes(preflight) ? trustedProbes(target).slice(0, 1) : []
    const allowed = allowedAnswers(audited)[0] ?? (own.length > 0 ? preflight : undefined)
    if (allowed === undefined) return null
    const answer = [...own, ...probesOf(target)]
      .map(of)
      .find(
        (one) =>
          isConclusive(one) &&
          (one.response?.status ?? 0) >= 400 &&
          headerOf(one, 'Access-Control-Allow-Origin') === null,
      )
    return answer === undefined ? null : { answer, allowed }
  },
  severity: () => 'low',
  says: ({ answer }) => ({
    summary: text`The error ${code(String(answer.response?.status))} has no CORS headers, but other responses have them.`,
    detail: text`Pages can't read such an error, and browsers report it as a CORS error, which hides the real one.`,
  }),
  evidence: ({ answer, allowed }) => [
    ...evidenceOf(answer, 'Access-Control-Allow-Origin'),
    ...evidenceOf(allowed, 'Access-Control-Allow-Origin'),
  ],
  fix: () =>
    text`Add the CORS headers outside of routing, login and error handling, so that errors get them too.`,
})
