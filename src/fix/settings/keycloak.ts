import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Keycloak. */
export default defineSetting({
  id: 'keycloak',
  title: 'Keycloak',
  kind: 'product',
  language: 'shell',
  docs: 'https://www.keycloak.org/docs/latest/server_admin/#_web-origins',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [path('high', /^\/(auth\/)?realms\/[^/]+\/(protocol|\.well-known|account)/)],
  write: (policy) => ({
    lines: [
      `kcadm.sh update clients/CLIENT_UUID --realm REALM --set ${shell.literal(`webOrigins=${JSON.stringify(originsOf(policy))}`)}`,
    ],
    where:
      'Or in the admin console: Clients, the client that the page signs in with, Settings, Web origins; `+` there stands for the origins of its redirect URIs. It takes effect without a restart.',
    notes: [
      'The endpoints of sign-in pages (`/protocol/openid-connect/auth`) never allow `fetch`: open them with the whole page.',
      'An error (400, 401) has the headers only if the client in the request exists and lists the origin.',
    ],
  }),
})
