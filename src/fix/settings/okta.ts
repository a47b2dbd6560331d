import { host } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { json } from '../generators/quote/json.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Okta. */
export default defineSetting({
  id: 'okta',
  title: 'Okta',
  kind: 'product',
  language: 'json',
  docs: 'https://developer.okta.com/docs/guides/enable-cors/main/',
  syntax: json,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [host('high', /(^|\.)okta(preview)?\.com$/)],
  write: (policy) => ({
    lines: originsOf(policy).map((origin) =>
      JSON.stringify({ name: 'web', origin, scopes: [{ type: 'CORS' }] }),
    ),
    where:
      'POST to `/api/v1/trustedOrigins`, one object each; or in the admin console: Security, API, Trusted Origins, Add, with CORS ticked. It takes effect without a restart.',
    notes: ['The list covers the Okta domain itself; check requests to a custom domain separately.'],
  }),
})
