import { javascript } from '../generators/quote/javascript.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { originsOf } from './setting.ts'

/**
 * Returns a policy as the lines of an options object of the npm package `cors`, which several products use internally.
 * https://expressjs.com/en/resources/middleware/cors.html
 */
export function corsOptions(policy: CorsPolicy): readonly string[] {
  const array = (values: readonly string[]) => `[${values.map(javascript.literal).join(', ')}]`
  const { methods, headers, exposed, credentials, maxAge } = policy
  return [
    `origin: ${array(originsOf(policy))},`,
    `methods: ${array(methods)},`,
    // Always written: without it, the package allows whatever is requested.
    `allowedHeaders: ${array(headers)},`,
    ...(exposed.length === 0 ? [] : [`exposedHeaders: ${array(exposed)},`]),
    `credentials: ${credentials},`,
    ...(maxAge === null ? [] : [`maxAge: ${maxAge},`]),
  ]
}
