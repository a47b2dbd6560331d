import { host } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Auth0. */
export default defineSetting({
  id: 'auth0',
  title: 'Auth0',
  kind: 'product',
  language: 'shell',
  docs: 'https://auth0.com/docs/get-started/applications/set-up-cors',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [host('high', /(^|\.)auth0\.com$/)],
  write: (policy) => ({
    lines: [
      `auth0 apps update CLIENT_ID --web-origins ${shell.literal(originsOf(policy).join(','))} --origins ${shell.literal(originsOf(policy).join(','))}`,
    ],
    where:
      'Or in the dashboard: Applications, the application, Settings, Allowed Web Origins and Allowed Origins (CORS). It takes effect without a restart.',
    notes: ['`/authorize` never allows `fetch`: use the SDK, which opens it in the page or a frame.'],
  }),
})
