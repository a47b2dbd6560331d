import { code, list, text } from '../../text/text.ts'
import { allowsAll, itemsOf, withCredentials } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * Pages may read response headers that hold secrets, or all of them.
 *
 * Example: `Access-Control-Expose-Headers: *`.
 */
export default defineLint({
  id: 'sensitive-header-exposed',
  means: 'Pages may read every response header, or ones that hold secrets.',
  cwe: 'CWE-200',
  correction: 'list-exposed',
  probes: trustedProbes,
  finds: (audited) => {
    for (const answer of trustedAnswers(audited)) {
      const names = itemsOf(answer, 'Access-Control-Expose-Headers').filter((name) =>
        // With credentials, `*` is the name of a header.
        name === '*' ? !withCredentials(answer) && !allowsAll(answer) : SENSITIVE.test(name),
      )
      if (names.length > 0) return { answer, names: [...new Set(names)] }
    }
    return null
  },
  severity: ({ names }) => (names.every((name) => FORBIDDEN.test(name) || name === '*') ? 'info' : 'low'),
  says: ({ names }) => ({
    summary: names.includes('*')
      ? text`Pages may read every response header (${code('*')}).`
      : text`Pages may read ${list(names.map(code))}.`,
    detail: names.every((name) => FORBIDDEN.test(name))
      ? text`Browsers never show this header to a page, so it has no effect here.`
      : text`A script that gets into an allowed page can read what these headers hold, tokens for example.`,
  }),
  evidence: ({ answer }) => evidenceOf(answer, 'Access-Control-Expose-Headers'),
  fix: () => text`List only the headers that your pages read.`,
})

/** Never shown to a page: https://fetch.spec.whatwg.org/#forbidden-response-header-name */
const FORBIDDEN = /^set-cookie2?$/

const SENSITIVE =
  /^(set-cookie2?|authorization|proxy-authorization|(x-)?api-?key|x-(?=[a-z-]*(secret|session))[a-z-]+)$/
