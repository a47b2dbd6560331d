import { code, text } from '../../text/text.ts'
import { allowsByName, itemsOf } from '../answer.ts'
import { evidenceOf } from '../evidenced.ts'
import { defineLint } from '../lint.ts'
import { trustedAnswers, trustedProbes } from '../trusted-probes.ts'

/**
 * Every website may measure responses that only some may read.
 *
 * Example: `Timing-Allow-Origin: *` beside `Access-Control-Allow-Origin: https://app.example.com`.
 */
export default defineLint({
  id: 'timing-open',
  means: 'Every website may measure responses that only some may read.',
  cwe: 'CWE-203',
  correction: null,
  probes: trustedProbes,
  finds: (audited) => {
    const answer = trustedAnswers(audited).find(
      (one) => allowsByName(one) && itemsOf(one, 'Timing-Allow-Origin').includes('*'),
    )
    return answer === undefined ? null : { answer }
  },
  severity: () => 'low',
  says: () => ({
    summary: text`Every website may measure this response (${code('Timing-Allow-Origin: *')}).`,
    detail: text`Sizes and times of responses can show whether a user is logged in or has some data, although only listed origins may read them.`,
  }),
  evidence: ({ answer }) => evidenceOf(answer, 'Timing-Allow-Origin', 'Access-Control-Allow-Origin'),
  fix: () => text`Send the same origin in ${code('Timing-Allow-Origin')}, or omit the header.`,
})
