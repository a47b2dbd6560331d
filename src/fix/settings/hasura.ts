import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Hasura. */
export default defineSetting({
  id: 'hasura',
  title: 'Hasura',
  kind: 'product',
  language: 'shell',
  docs: 'https://hasura.io/docs/2.0/deployment/graphql-engine-flags/config-examples/',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [path('medium', /^\/v1(alpha1)?\/graphql$/)],
  write: (policy) => ({
    lines: [`HASURA_GRAPHQL_CORS_DOMAIN=${shell.literal(originsOf(policy).join(', '))}`],
    where: 'In the environment of the server (`--cors-domain`). Restart it for the change to take effect.',
    notes: [
      'Methods and headers of a preflight are always accepted.',
      '`*.example.com` covers one label; write the scheme and the port.',
    ],
  }),
})
