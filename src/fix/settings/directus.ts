import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { shell } from '../generators/quote/shell.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Directus. */
export default defineSetting({
  id: 'directus',
  title: 'Directus',
  kind: 'product',
  language: 'shell',
  docs: 'https://directus.io/docs/configuration/security-limits',
  syntax: shell,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [header('high', 'X-Powered-By', /^Directus/i)],
  write: (policy) => ({
    lines: [
      'CORS_ENABLED=true',
      `CORS_ORIGIN=${shell.literal(originsOf(policy).length === 1 ? `array:${originsOf(policy)[0]}` : originsOf(policy).join(','))}`,
      `CORS_METHODS=${shell.literal(policy.methods.join(','))}`,
      `CORS_ALLOWED_HEADERS=${shell.literal([...new Set(['content-type', 'authorization', ...policy.headers])].join(','))}`,
      ...(policy.exposed.length === 0
        ? []
        : [`CORS_EXPOSED_HEADERS=${shell.literal(policy.exposed.join(','))}`]),
      `CORS_CREDENTIALS=${policy.credentials}`,
      ...(policy.maxAge === null ? [] : [`CORS_MAX_AGE=${policy.maxAge}`]),
    ],
    where: 'In the environment of the server. Restart it for the change to take effect.',
    notes: ['`CORS_ENABLED=true` without `CORS_ORIGIN` allows every website, with cookies.'],
  }),
})
