import { parseUrl } from '../../parse-url.ts'
import { withCode } from '../../text/with-code.ts'
import { header, path, together } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { plainValues } from './plain-values.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Appwrite. */
export default defineSetting({
  id: 'appwrite',
  title: 'Appwrite',
  kind: 'product',
  language: 'shell',
  docs: 'https://appwrite.io/docs/products/auth',
  syntax: plainValues,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [
    header('high', 'X-Appwrite-Id'),
    together('high', path('high', /^\/v1\//), header('high', 'X-Debug-Speed')),
  ],
  refuses: (policy) =>
    policy.origins === '*' ? withCode('it takes a list of names, not every website') : null,
  write: (policy) => ({
    lines: originsOf(policy).map(
      (origin) => `Platforms, Add platform, Web app, hostname: ${parseUrl(origin)?.hostname ?? origin}`,
    ),
    where:
      'In the console of the project: Overview, Integrations, Platforms; the host name alone, without scheme and port. It takes effect without a restart.',
    notes: ['An entry with `https://` in it fails without a word.'],
  }),
})
