import { code, text } from '../../text/text.ts'
import { type CompiledPolicy, compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { go } from './quote/go.ts'
import { WHY_VARY } from './why-vary.ts'

/** Go's own net/http: one middleware, an exact comparison. gofmt leaves it as it is. */
export default defineGenerator({
  id: 'go',
  title: 'Go net/http',
  language: 'go',
  docs: 'https://pkg.go.dev/net/http#Handler',
  syntax: go,
  kind: 'app',
  proof: runOn('Go 1.19'),
  write: (policy) => ({
    code: [
      ...(policy.origins === '*' ? [] : isAllowedOrigin(policy.origins)),
      '// cors goes around everything else, authentication too: a preflight has no credentials.',
      'func cors(next http.Handler) http.Handler {',
      '\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {',
      ...[
        ...(policy.origins === '*' ? forEveryone : forListed)(compilePolicy(policy)),
        'next.ServeHTTP(w, r)',
      ].map((line) => `\t\t${line}`),
      '\t})',
      '}',
      '',
    ].join('\n'),
    where: text`Beside ${code('main')}, and around the handler that is served: ${code('http.ListenAndServe(addr, cors(mux))')}.`,
    removeFirst: [
      text`Packages like ${code('github.com/rs/cors')} and handlers that set ${code('Access-Control-*')} headers or answer ${code('OPTIONS')} themselves.`,
      text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
    ],
    notes: [
      text`Error responses keep the headers: they are set before anything can fail.`,
      text`A panic that nothing recovers closes the connection without a response, and the browser reports that as a CORS error too: recover inside of ${code('cors')}, and answer 500.`,
      text`With gorilla/mux wrap the router itself: middleware given to its ${code('Use')} runs only where a route matches, and none matches a preflight.`,
    ],
  }),
})

const set = ({ name, value }: PolicyHeader): string =>
  `h.Set(${go.literal(name)}, ${value === null ? 'origin' : go.literal(value)})`

const isAllowedOrigin = (origins: readonly string[]): readonly string[] => [
  'func isAllowedOrigin(origin string) bool {',
  '\tswitch origin {',
  `\tcase ${origins.map(go.literal).join(',\n\t\t')}:`,
  '\t\treturn true',
  '\t}',
  '\treturn false',
  '}',
  '',
]

const forAllowed = ({ onEveryResponse, onPreflight, onActual }: CompiledPolicy): readonly string[] => [
  ...onEveryResponse.map(set),
  'if r.Method == http.MethodOptions && r.Header.Get("Access-Control-Request-Method") != "" {',
  ...[...onPreflight.map(set), 'w.WriteHeader(http.StatusNoContent)', 'return'].map((line) => `\t${line}`),
  '}',
  ...onActual.map(set),
]

const forEveryone = (compiled: CompiledPolicy): readonly string[] => [
  'h := w.Header()',
  ...forAllowed(compiled),
]

const forListed = (compiled: CompiledPolicy): readonly string[] => [
  'h := w.Header()',
  `h.Add("Vary", "Origin") // ${WHY_VARY}`,
  'if origin := r.Header.Get("Origin"); isAllowedOrigin(origin) {',
  ...forAllowed(compiled).map((line) => `\t${line}`),
  '}',
]
