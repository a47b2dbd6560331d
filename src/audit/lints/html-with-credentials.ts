import { code, text } from '../../text/text.ts'
import { allowsByName, headerOf, withCredentials } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * An HTML page can be read by other origins with the user's cookies.
 *
 * Example: CORS headers on every path of a server, including its login page.
 */
export default defineLint({
  id: 'html-with-credentials',
  means: "An HTML page may be read by another origin with the user's cookies.",
  cwe: 'CWE-942',
  correction: null,
  probes: trustedProbes,
  finds: (audited) => {
    const answer = trustedAnswers(audited).find(
      (one) =>
        allowsByName(one) &&
        withCredentials(one) &&
        (one.response?.status ?? 0) < 300 &&
        /^text\/html\b/i.test(headerOf(one, 'Content-Type') ?? ''),
    )
    return answer === undefined ? null : { answer }
  },
  severity: () => 'low',
  says: ({ answer }) => ({
    summary: text`${code(answer.probe.origin ?? '')} may read this HTML page with the user's cookies.`,
    detail: text`Pages hold anti-forgery tokens and what the user sees. A script that gets into the allowed origin can act here as the user.`,
  }),
  evidence: ({ answer }) =>
    evidenceOf(answer, 'Content-Type', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials'),
  fix: () => text`Send CORS headers only from the paths of the API, not from pages.`,
})
