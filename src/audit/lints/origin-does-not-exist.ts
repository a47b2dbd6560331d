import { registrableDomain } from '../../knowledge/site.ts'
import { code, text } from '../../text/text.ts'
import { allowsByName, withCredentials } from '../answer.ts'
import { grantIn } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { webHostOf } from '../origin-with-host.ts'
import { trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * An allowed origin's name no longer exists, so somebody else may get it.
 *
 * Example: `https://campaign-2019.example.org`, whose domain has expired.
 */
export default defineLint({
  id: 'origin-does-not-exist',
  means: "An allowed origin's name isn't in the DNS, so somebody else may get it.",
  cwe: 'CWE-942',
  correction: 'remove-origin',
  probes: trustedProbes,
  finds: (audited) => {
    for (const answer of trustedAnswers(audited).filter(allowsByName)) {
      const host = webHostOf(answer.probe.origin ?? '') ?? ''
      const domain = registrableDomain(host)
      if (domain === null || audited.existence.get(host) !== 'no') continue
      return { answer, host, domain, isFree: audited.existence.get(domain) === 'no' }
    }
    return null
  },
  severity: ({ answer, isFree }) => (isFree && withCredentials(answer) ? 'high' : isFree ? 'medium' : 'low'),
  says: ({ answer, host, domain, isFree }) => ({
    summary: text`The API allows ${code(answer.probe.origin ?? '')}, but ${code(host)} isn't in the DNS.`,
    detail: isFree
      ? text`The domain ${code(domain)} isn't there either. If it isn't registered, anyone can register it and read this API.`
      : text`Anyone who can add this name to ${code(domain)} can read this API.`,
  }),
  evidence: ({ answer }) => grantIn(answer),
  fix: () => text`Remove the origin if nothing is served from it any more.`,
})
