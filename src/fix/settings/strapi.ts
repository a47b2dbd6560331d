import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Strapi. */
export default defineSetting({
  id: 'strapi',
  title: 'Strapi',
  kind: 'product',
  language: 'javascript',
  docs: 'https://docs.strapi.io/cms/configurations/middlewares#cors',
  syntax: javascript,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [header('high', 'X-Powered-By', /^Strapi/i)],
  write: (policy) => ({
    lines: [
      '{',
      "  name: 'strapi::cors',",
      '  config: {',
      `    origin: [${originsOf(policy).map(javascript.literal).join(', ')}],`,
      `    methods: [${policy.methods.map(javascript.literal).join(', ')}],`,
      `    headers: [${[...new Set(['content-type', 'authorization', 'origin', 'accept', ...policy.headers])].map(javascript.literal).join(', ')}],`,
      ...(policy.exposed.length === 0
        ? []
        : [`    expose: [${policy.exposed.map(javascript.literal).join(', ')}],`]),
      `    credentials: ${policy.credentials},`,
      ...(policy.maxAge === null ? [] : [`    maxAge: ${policy.maxAge},`]),
      '    keepHeadersOnError: true,',
      '  },',
      '},',
    ],
    where:
      "In `config/middlewares.js` (or `.ts`), in place of `'strapi::cors'`. Restart it for the change to take effect.",
    notes: [
      'Without `keepHeadersOnError`, errors (400, 401, 403, 500) have no CORS headers and look like a CORS failure.',
    ],
  }),
})
