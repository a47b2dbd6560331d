import { parseUrl } from '../../parse-url.ts'
import { code, text } from '../../text/text.ts'
import { bodyOf } from '../body-of.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { getBy, type Probe } from '../probe.ts'
import type { AuditTarget } from '../target.ts'

const FILES = [
  { path: '/crossdomain.xml', allows: /<allow-access-from\b[^<>]*\bdomain\s*=\s*["']\*["']/i },
  { path: '/clientaccesspolicy.xml', allows: /<domain\b[^<>]*\buri\s*=\s*["'](https?:\/\/)?\*["']/i },
] as const

/** Returns the request of such a file, without headers of the user. */
const probeOf = (target: AuditTarget, path: string): Probe => ({
  ...getBy({ ...target, headers: [] }, null, 'is there an old policy file?'),
  url: parseUrl(path, target.url)?.href ?? target.url,
})

/**
 * A policy file for Flash or Silverlight allows every website. No current browser reads it.
 *
 * Example: `<allow-access-from domain="*" />` in `/crossdomain.xml`.
 */
export default defineLint({
  id: 'open-crossdomain-file',
  means: 'A policy file for Flash or Silverlight allows every website.',
  cwe: 'CWE-942',
  correction: null,
  probes: (target) => FILES.map(({ path }) => probeOf(target, path)),
  finds: ({ target, of }) => {
    for (const { path, allows } of FILES) {
      const answer = of(probeOf(target, path))
      const isFound = answer.response?.status === 200 && allows.test(bodyOf(answer))
      if (isFound) return { answer, path }
    }
    return null
  },
  severity: () => 'info',
  says: ({ path }) => ({
    summary: text`${code(path)} allows every website.`,
    detail: text`It's meant for Flash or Silverlight, which no current browser runs. Some other clients still read it.`,
  }),
  evidence: ({ answer }) => evidenceOf(answer, 'Content-Type'),
  fix: ({ path }) => text`Delete ${code(path)}.`,
})
