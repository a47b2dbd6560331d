import { withCode } from '../../text/with-code.ts'
import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of PocketBase. */
export default defineSetting({
  id: 'pocketbase',
  title: 'PocketBase',
  kind: 'product',
  language: 'shell',
  docs: 'https://pocketbase.io/docs/going-to-production/',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers'],
  signs: [path('high', /^\/api\/collections\/[^/]+\/(records|auth-)/)],
  refuses: (policy) =>
    policy.credentials
      ? withCode('it never allows credentials: send a token in `Authorization` instead of cookies')
      : null,
  write: (policy) => ({
    lines: [`pocketbase serve --origins=${shell.literal(originsOf(policy).join(','))}`],
    where: 'In the command that starts it. Restart it for the change to take effect.',
    notes: [
      'Methods and headers are always accepted. Credentials are never allowed: send the token in `Authorization`.',
    ],
  }),
})
