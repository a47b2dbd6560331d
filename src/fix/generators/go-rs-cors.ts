import { code, text } from '../../text/text.ts'
import { defineGenerator } from './generator.ts'
import { lowerCaseMethod } from './lower-case-method.ts'
import { runOn } from './proof.ts'
import { go } from './quote/go.ts'

/** Methods that no preflight has to allow; rs/cors nevertheless hides their responses unless they are listed. */
const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST']

/** What rs/cors before 1.11 reads of a name in `Access-Control-Request-Headers`; it drops everything else. */
const READ_BY_OLD_VERSIONS = /^[\w-]+$/

/** Go with github.com/rs/cors. Lists are never empty: it would fill them in, origins with `*`. */
export default defineGenerator({
  id: 'go-rs-cors',
  title: 'Go with rs/cors',
  language: 'go',
  docs: 'https://pkg.go.dev/github.com/rs/cors#Options',
  syntax: go,
  kind: 'app',
  proof: runOn('Go 1.19, rs/cors 1.7.0'),
  write({ origins, methods, headers, exposed, credentials, maxAge }) {
    const unread = headers.find((name) => !READ_BY_OLD_VERSIONS.test(name))
    if (unread !== undefined)
      return {
        type: 'unsupported',
        why: text`rs/cors before 1.11 reads nothing but letters, digits, ${code('-')} and ${code('_')} of the header names in a preflight, and would refuse ${code(unread)}.`,
      }
    const fields = [
      ['AllowedOrigins', slice(origins === '*' ? ['*'] : origins)],
      ['AllowedMethods', slice([...new Set([...methods, ...SAFELISTED_METHODS])].sort())],
      ['AllowedHeaders', slice(headers.length === 0 ? ['Origin'] : headers)],
      ...(exposed.length === 0 ? [] : [['ExposedHeaders', slice(exposed)] as const]),
      ...(credentials ? [['AllowCredentials', 'true'] as const] : []),
      ...(maxAge === null || maxAge === 0 ? [] : [['MaxAge', String(maxAge)] as const]),
    ] as const
    return (
      lowerCaseMethod(methods, 'rs/cors') ?? {
        code: [
          '// Around everything else, authentication too: a preflight has no credentials.',
          'handler := cors.New(cors.Options{',
          ...aligned(fields),
          '}).Handler(mux)',
          '',
        ].join('\n'),
        where: text`Where the server is started, which then serves this ${code('handler')} instead of ${code('mux')}: ${code('http.ListenAndServe(addr, handler)')}. The package is ${code('github.com/rs/cors')}.`,
        removeFirst: [
          text`${code('cors.Default()')}, ${code('cors.AllowAll()')} and handlers that set ${code('Access-Control-*')} headers or answer ${code('OPTIONS')} themselves.`,
          text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
        ],
        notes: [
          text`${code('GET')}, ${code('HEAD')} and ${code('POST')} are listed because rs/cors sends no headers to methods that are not; no preflight protects them anyway.`,
          ...(headers.length === 0
            ? [
                text`${code('Origin')} stands for no header at all, since pages cannot set it: an empty list would allow ${code('Content-Type')} and ${code('X-Requested-With')}.`,
              ]
            : []),
          ...(maxAge === 0
            ? [text`An age of 0 is not sent: browsers then keep the preflight response for 5 seconds.`]
            : []),
          text`From 1.11 on the names asked for must be in lower case and sorted, as browsers send them; a test written by hand may not. Newer versions also answer the preflight with 204 instead of 200.`,
          text`It names in its answer only the method and headers that were asked for, and compares origins without regard to case, which browsers send in lower case.`,
          text`A panic that nothing recovers closes the connection without a response, and the browser reports that as a CORS error too: recover inside of this handler, and answer 500.`,
        ],
      }
    )
  },
})

const slice = (values: readonly string[]): string => `[]string{${values.map(go.literal).join(', ')}}`

/** Fields of a struct as gofmt writes them: values begin in one column. */
function aligned(fields: readonly (readonly [string, string])[]): readonly string[] {
  const width = fields.reduce((most, [name]) => Math.max(most, name.length), 0)
  return fields.map(([name, value]) => `\t${name}: ${' '.repeat(width - name.length)}${value},`)
}
