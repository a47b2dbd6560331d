import { code, type Text, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { java } from './quote/java.ts'

/** A method that needs no permission; Spring would refuse it too if no method were set. */
const SIMPLE_METHODS = ['GET', 'HEAD', 'POST']

/** All methods that Spring before 6 has names for. */
const METHODS_OF_SPRING_5 = [...SIMPLE_METHODS, 'DELETE', 'OPTIONS', 'PATCH', 'PUT', 'TRACE']

const list = (values: readonly string[]): string => {
  const items = values.map(java.literal)
  const line = `List.of(${items.join(', ')})`
  return line.length <= 72 ? line : `List.of(\n${items.map((item) => `        ${item}`).join(',\n')})`
}

/** Returns the statements that create Spring's `CorsConfiguration` from a policy, as the variable `cors`. */
export const corsConfiguration = (policy: CorsPolicy, env: string | null): readonly string[] => {
  const { origins, methods, headers, exposed, credentials, maxAge } = policy
  const set = (name: string, value: string): string => `cors.set${name}(${value});`
  return [
    'CorsConfiguration cors = new CorsConfiguration();',
    set('AllowedOrigins', env === null ? list(origins === '*' ? ['*'] : origins) : inEnv(env)),
    set('AllowedMethods', list(methods.length === 0 ? SIMPLE_METHODS : methods)),
    ...(headers.length === 0 ? [] : [set('AllowedHeaders', list(headers))]),
    ...(exposed.length === 0 ? [] : [set('ExposedHeaders', list(exposed))]),
    ...(credentials ? [set('AllowCredentials', 'true')] : []),
    ...(maxAge === null ? [] : [set('MaxAge', `${maxAge}L`)]),
    'UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();',
    'source.registerCorsConfiguration("/**", cors);',
  ].flatMap((lines) => lines.split('\n'))
}

/** Returns the origins from a variable without `*`, which would allow every website. */
const inEnv = (env: string): string =>
  `Arrays.stream(System.getenv().getOrDefault("${env}", "").split("[\\\\s,]+"))\n        .filter(origin -> !origin.contains("*")).toList()`

/** Returns the notes on a policy for every version of Spring. */
export function springNotes({ methods }: CorsPolicy): readonly Text[] {
  const unknown = methods.find((name) => !METHODS_OF_SPRING_5.includes(name))
  return [
    text`Spring answers 403 to other origins and to unlisted methods, ${code('GET')} and ${code('POST')} too.`,
    ...(unknown === undefined ? [] : [text`Spring before 6 refuses ${code(unknown)}.`]),
  ]
}
