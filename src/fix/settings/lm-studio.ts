import { portOf } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { plainValues } from './plain-values.ts'
import { defineSetting, refusesAllButEveryWebsite } from './setting.ts'

/** The CORS setting of LM Studio. */
export default defineSetting({
  id: 'lm-studio',
  title: 'LM Studio',
  kind: 'product',
  language: 'shell',
  docs: 'https://lmstudio.ai/docs/cli/serve/server-start',
  syntax: plainValues,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  signs: [portOf('medium', '1234')],
  refuses: refusesAllButEveryWebsite,
  write: () => ({
    lines: ['lms server start --cors'],
    where:
      'In a shell; or Developer, Server Settings, Enable CORS. Restart it for the change to take effect.',
    notes: ["It allows every website while it's on: it knows no list of origins."],
  }),
})
