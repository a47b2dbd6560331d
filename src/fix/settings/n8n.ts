import { withCode } from '../../text/with-code.ts'
import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { plainValues } from './plain-values.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of n8n webhooks. */
export default defineSetting({
  id: 'n8n',
  title: 'n8n webhooks',
  kind: 'product',
  language: 'shell',
  docs: 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/',
  syntax: plainValues,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  signs: [path('low', /^\/webhook(-test)?\//)],
  refuses: (policy) =>
    policy.credentials
      ? withCode('it never allows credentials: send a token in `Authorization` instead of cookies')
      : null,
  write: (policy) => ({
    lines: [`Allowed Origins (CORS): ${originsOf(policy).join(',')}`],
    where:
      'In the Webhook node: Options, Add option, Allowed Origins (CORS); no space after a comma; save and activate the workflow. It takes effect without a restart.',
    notes: [
      "A webhook that isn't active, or is called with another method, responds 404 without CORS headers: check that first.",
      'Credentials are never allowed.',
    ],
  }),
})
