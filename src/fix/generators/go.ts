import { code, text } from '../../text/text.ts'
import { type CompiledPolicy, compilePolicy, type PolicyHeader } from '../policy/compile-policy.ts'
import { withCommas } from './env-note.ts'
import { defineGenerator } from './generator.ts'
import { goComparison } from './go-comparison.ts'
import { runOn } from './proof.ts'
import { go } from './quote/go.ts'
import { WHY_VARY } from './why-vary.ts'

/** Go's own net/http: one middleware, an exact comparison. Formatted as by gofmt. */
export default defineGenerator({
  id: 'go',
  title: 'Go net/http',
  language: 'go',
  docs: 'https://pkg.go.dev/net/http#Handler',
  syntax: go,
  kind: 'app',
  find: "grep -rniE --include='*.go' 'cors|access-control-|MethodOptions' .",
  proof: runOn('Go 1.19'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, { env }) => ({
    code: [
      ...(policy.origins === '*'
        ? []
        : ['func isAllowedOrigin(origin string) bool {', ...goComparison(policy.origins, env), '}', '']),
      '// cors goes around everything else, including authentication, because preflights have no credentials.',
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
      text`Packages such as ${code('github.com/rs/cors')}, and handlers that set ${code('Access-Control-*')} or answer ${code('OPTIONS')}.`,
      text`${code('Access-Control-*')} headers of a proxy in front.`,
    ],
    notes: [
      text`A panic that nothing recovers closes the connection, which looks like a CORS error: recover inside ${code('cors')}.`,
      text`With gorilla/mux, wrap the router itself; its ${code('Use')} doesn't see preflights.`,
    ],
  }),
})

const set = ({ name, value }: PolicyHeader): string =>
  `h.Set(${go.literal(name)}, ${value === null ? 'origin' : go.literal(value)})`

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
