import { code, text } from '../../text/text.ts'
import { splitOrigins } from '../policy/origin-pattern.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { goComparison } from './go-comparison.ts'
import { lowerCaseMethod } from './lower-case-method.ts'
import { runOn } from './proof.ts'
import { go } from './quote/go.ts'

/** Methods that don't have to be listed, but without which rs/cors omits the headers from their responses. */
const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST']

/** The characters of a name in `Access-Control-Request-Headers` that rs/cors before 1.11 keeps. */
const READ_BY_OLD_VERSIONS = /^[\w-]+$/

/** Go with github.com/rs/cors. Lists are never empty, because the package has defaults for them, `*` for the origins. */
export default defineGenerator({
  id: 'go-rs-cors',
  title: 'Go with rs/cors',
  language: 'go',
  docs: 'https://pkg.go.dev/github.com/rs/cors#Options',
  syntax: go,
  kind: 'app',
  find: "grep -rniE --include='*.go' 'cors|access-control-|MethodOptions' .",
  proof: runOn('Go 1.19, rs/cors 1.7.0'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write({ origins, methods, headers, exposed, credentials, maxAge }, { env }) {
    const isList = env === null && splitOrigins(origins).patterns.length === 0
    const unread = headers.find((name) => !READ_BY_OLD_VERSIONS.test(name))
    if (unread !== undefined)
      return {
        type: 'unsupported',
        why: text`rs/cors before 1.11 reads nothing but letters, digits, ${code('-')} and ${code('_')} of the header names in a preflight, and would refuse ${code(unread)}.`,
      }
    const fields = [
      isList || origins === '*'
        ? (['AllowedOrigins', slice(origins === '*' ? ['*'] : origins)] as const)
        : (['AllowOriginFunc', 'isAllowedOrigin'] as const),
      ['AllowedMethods', slice([...new Set([...methods, ...SAFELISTED_METHODS])].sort())],
      ['AllowedHeaders', slice(headers.length === 0 ? ['Origin'] : headers)],
      ...(exposed.length === 0 ? [] : [['ExposedHeaders', slice(exposed)] as const]),
      ...(credentials ? [['AllowCredentials', 'true'] as const] : []),
      ...(maxAge === null || maxAge === 0 ? [] : [['MaxAge', String(maxAge)] as const]),
    ] as const
    return (
      lowerCaseMethod(methods, 'rs/cors') ?? {
        code: [
          ...(isList || origins === '*'
            ? []
            : ['isAllowedOrigin := func(origin string) bool {', ...goComparison(origins, env), '}']),
          '// Around everything else, including authentication, because preflights have no credentials.',
          'handler := cors.New(cors.Options{',
          ...aligned(fields),
          '}).Handler(mux)',
          '',
        ].join('\n'),
        where: text`Where the server starts, which then serves this ${code('handler')} instead of ${code('mux')}: ${code('http.ListenAndServe(addr, handler)')}. Needs ${code('github.com/rs/cors')}.`,
        removeFirst: [
          text`${code('cors.Default()')}, ${code('cors.AllowAll()')}, and handlers that set ${code('Access-Control-*')} or answer ${code('OPTIONS')}.`,
          text`${code('Access-Control-*')} headers of a proxy in front.`,
        ],
        notes: [
          text`rs/cors sends no headers to unlisted methods: keep ${code('GET')}, ${code('HEAD')} and ${code('POST')}.`,
          ...(headers.length === 0
            ? [text`${code('Origin')} stands for no header: an empty list would allow some.`]
            : []),
          ...(maxAge === 0 ? [text`An age of 0 isn't sent; browsers use 5 seconds.`] : []),
          text`A panic that nothing recovers closes the connection, which looks like a CORS error: recover inside this handler.`,
        ],
      }
    )
  },
})

const slice = (values: readonly string[]): string => `[]string{${values.map(go.literal).join(', ')}}`

/** Struct fields in gofmt's style, with aligned values. */
function aligned(fields: readonly (readonly [string, string])[]): readonly string[] {
  const width = fields.reduce((most, [name]) => Math.max(most, name.length), 0)
  return fields.map(([name, value]) => `\t${name}: ${' '.repeat(width - name.length)}${value},`)
}
