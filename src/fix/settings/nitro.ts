import { header } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Nuxt or Nitro. */
export default defineSetting({
  id: 'nitro',
  title: 'Nuxt or Nitro',
  kind: 'dev server',
  language: 'typescript',
  docs: 'https://nitro.build/guide/routing#route-rules',
  syntax: javascript,
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: [],
  signs: [header('high', 'X-Powered-By', /^(Nuxt|Nitro)/i)],
  write: (policy) => ({
    lines: [
      'routeRules: {',
      "  '/api/**': {",
      '    cors: {',
      `      origin: [${originsOf(policy).map(javascript.literal).join(', ')}],`,
      `      methods: [${policy.methods.map(javascript.literal).join(', ')}],`,
      `      allowHeaders: [${policy.headers.map(javascript.literal).join(', ')}],`,
      `      exposeHeaders: [${policy.exposed.map(javascript.literal).join(', ')}],`,
      `      credentials: ${policy.credentials},`,
      ...(policy.maxAge === null ? [] : [`      maxAge: ${javascript.literal(String(policy.maxAge))},`]),
      '    },',
      '  },',
      '},',
    ],
    where:
      'In `nitro.config.ts`, or below `nitro` in `nuxt.config.ts` (Nitro 3). Restart it for the change to take effect.',
    notes: [
      "Nitro 2 (Nuxt 3) knows only `cors: true`, which allows every website without credentials and doesn't respond to `OPTIONS`: use `handleCors` of h3 in a server middleware there.",
    ],
  }),
})
