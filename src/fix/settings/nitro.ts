import { header } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** CORS in Nuxt or Nitro: a middleware, because the `cors` of a route rule allows every website, whatever its value. */
export default defineSetting({
  id: 'nitro',
  title: 'Nuxt or Nitro',
  kind: 'dev server',
  language: 'typescript',
  docs: 'https://h3.dev/utils/security#handlecorsevent-options',
  syntax: javascript,
  proof: runOn('nitro 3.0.0'),
  fixed: [],
  signs: [header('high', 'X-Powered-By', /^(Nuxt|Nitro)/i)],
  write: (policy) => {
    const array = (values: readonly string[]) => `[${values.map(javascript.literal).join(', ')}]`
    // With an empty list, h3 allows whatever is requested; Accept needs no permission anyway.
    const allowed = policy.headers.length === 0 ? ['accept'] : policy.headers
    return {
      lines: [
        "import { defineHandler, handleCors } from 'nitro/h3'",
        '',
        'export default defineHandler((event) => {',
        '  const answer = handleCors(event, {',
        `    origin: ${array(originsOf(policy))},`,
        `    methods: ${array(policy.methods)},`,
        `    allowHeaders: ${array(allowed)},`,
        ...(policy.exposed.length === 0 ? [] : [`    exposeHeaders: ${array(policy.exposed)},`]),
        `    credentials: ${policy.credentials},`,
        ...(policy.maxAge === null ? [] : [`    maxAge: ${javascript.literal(String(policy.maxAge))},`]),
        '    preflight: { statusCode: 204 },',
        '  })',
        '  if (answer !== false) return answer',
        '})',
      ],
      where:
        'A new file `middleware/cors.ts` in the server directory (`server/middleware/cors.ts` in Nuxt). Restart it for the change to take effect.',
      notes: [
        'Remove `cors` from `routeRules`: it allows every website, whatever options it has.',
        'In Nitro 2 and Nuxt 3, import from `h3`, where `defineHandler` is `defineEventHandler`.',
      ],
    }
  },
})
