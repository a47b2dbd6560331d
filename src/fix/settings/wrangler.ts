import { withCode } from '../../text/with-code.ts'
import { portOf } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { plainValues } from './plain-values.ts'
import { defineSetting } from './setting.ts'

/** The CORS setting of wrangler dev. */
export default defineSetting({
  id: 'wrangler',
  title: 'wrangler dev',
  kind: 'dev server',
  language: 'javascript',
  docs: 'https://developers.cloudflare.com/workers/examples/cors-header-proxy/',
  syntax: plainValues,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [portOf('medium', '8787')],
  refuses: () =>
    withCode(
      'it has no CORS setting: the Worker itself sends the headers (`whycors fix --for cloudflare-workers`)',
    ),
  write: () => ({
    lines: ['# wrangler has no CORS setting: the Worker sends the headers'],
    where: 'Nowhere in wrangler. It takes effect without a restart.',
    notes: ["An `OPTIONS` request runs the Worker's `fetch` like any other."],
  }),
})
