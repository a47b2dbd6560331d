import { splitOrigins } from '../policy/origin-pattern.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import type { Surroundings } from './generator.ts'
import { originsInEnv, patternLiteral, processEnv } from './header-lines.ts'
import { array, arrayOf } from './quote/array.ts'
import { javascript } from './quote/javascript.ts'

/** The format of a JavaScript middleware's options. */
interface Options {
  readonly methods: string
  readonly headers: string
  readonly exposed: string
  /** Returns the list for a policy without allowed headers, with a comment. */
  readonly none: string
  readonly maxAge: (seconds: number) => string
}

/** Pages cannot set `Origin`: https://fetch.spec.whatwg.org/#forbidden-request-header */
const NONE = "['Origin'], // pages can't set it; an empty list would allow any header"

const allow = { methods: 'allowMethods', headers: 'allowHeaders', exposed: 'exposeHeaders', none: NONE }

const OPTIONS = {
  cors: {
    methods: 'methods',
    headers: 'allowedHeaders',
    exposed: 'exposedHeaders',
    none: '[],',
    maxAge: String,
  },
  hono: { ...allow, maxAge: String },
  // The number 0 would be left out.
  koa: { ...allow, maxAge: (seconds) => (seconds === 0 ? "'0'" : String(seconds)) },
} as const satisfies Record<string, Options>

const listOption = (values: readonly string[], indent: string): string =>
  array(javascript, values, { indent, step: '  ' })

/** Returns the option `origin` of middlewares that compare with a list, on separate lines. */
export function originOption(policy: CorsPolicy, { env }: Surroundings, indent: string): string {
  if (policy.origins === '*') return `${indent}origin: '*',`
  const pattern = patternLiteral(policy)
  const own = pattern === null ? [] : [pattern]
  const { exact } = splitOrigins(policy.origins)
  if (env !== null) return `${indent}origin: ${own.length === 0 ? LIST : `[...${LIST}, ${own[0]}]`},`
  return `${indent}origin: ${arrayOf([...exact.map(javascript.literal), ...own], { indent, step: '  ' })},`
}

/** Returns the list that {@link originOption} reads if it comes from the environment. */
export const listInEnv = ({ env }: Surroundings): readonly string[] =>
  env === null ? [] : [`const ${LIST} = ${originsInEnv(processEnv(env))}`, '']

const LIST = 'corsAllowedOrigins'

/**
 * Returns the options of a middleware, each on its own lines and with a comma, except `origin`, which comes before them.
 * The lists are always written, because middlewares allow whatever is requested if one is missing.
 *
 * @param of `cors` is Express's package; Fastify's and NestJS have the same options.
 */
export function corsOptions(
  of: keyof typeof OPTIONS,
  { methods, headers, exposed, credentials, maxAge }: CorsPolicy,
  indent: string,
): readonly string[] {
  const option: Options = OPTIONS[of]
  const lines = [
    `${option.methods}: ${listOption(methods, indent)},`,
    `${option.headers}: ${headers.length === 0 ? option.none : `${listOption(headers, indent)},`}`,
    ...(exposed.length === 0 ? [] : [`${option.exposed}: ${listOption(exposed, indent)},`]),
    ...(credentials ? ['credentials: true,'] : []),
    ...(maxAge === null ? [] : [`maxAge: ${option.maxAge(maxAge)},`]),
  ]
  return lines.map((line) => `${indent}${line}`)
}
