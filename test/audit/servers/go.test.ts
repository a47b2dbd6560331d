import go from '../../../src/fix/generators/go.ts'
import goRsCors from '../../../src/fix/generators/go-rs-cors.ts'
import { codeOf } from '../../fix/servers/start/code-of.ts'
import { goApp } from '../../fix/servers/start/go-app.ts'
import { startGo } from '../../fix/servers/start/start-go.ts'
import { audits, type Mistake } from './audits.ts'

const rsCors =
  (...options: readonly string[]): Mistake['start'] =>
  () =>
    startGo(
      goApp({
        imports: ['github.com/rs/cors'],
        before: '',
        inMain: `handler := cors.New(cors.Options{\n${options.map((line) => `${line},\n`).join('')}}).Handler(mux)`,
      }),
    )

const APP = 'AllowedOrigins: []string{"https://app.example.com"}'
const CREDENTIALS = 'AllowCredentials: true'

const mistakes: readonly Mistake[] = [
  {
    name: 'an AllowOriginFunc that returns true',
    start: rsCors('AllowOriginFunc: func(origin string) bool { return true }', CREDENTIALS),
    finds: ['reflects-any-origin'],
    severity: 'high',
    setting: 'AllowOriginFunc',
  },
  {
    name: 'an AllowOriginFunc that looks for the end',
    start: rsCors(
      'AllowOriginFunc: func(origin string) bool { return strings.HasSuffix(origin, "example.com") }',
      CREDENTIALS,
    ),
    finds: ['suffix-match'],
    severity: 'high',
    setting: 'AllowOriginFunc',
  },
  {
    name: 'a * in an origin',
    start: rsCors('AllowedOrigins: []string{"https://*.example.com"}', CREDENTIALS),
    finds: ['any-subdomain-trusted'],
    severity: 'medium',
    setting: 'AllowedOrigins',
  },
  {
    name: '* with credentials',
    start: rsCors('AllowedOrigins: []string{"*"}', CREDENTIALS),
    finds: ['credentials-with-wildcard-header'],
    severity: 'low',
    setting: 'AllowCredentials',
  },
  {
    name: 'every header allowed, with credentials',
    start: rsCors(APP, CREDENTIALS, 'AllowedHeaders: []string{"*"}'),
    finds: ['any-header-with-credentials'],
    severity: 'low',
    setting: 'AllowedHeaders',
  },
  {
    name: 'null and localhost in the list',
    start: rsCors(
      'AllowedOrigins: []string{"https://app.example.com", "null", "http://localhost:3000"}',
      CREDENTIALS,
    ),
    finds: ['null-origin-allowed', 'localhost-trusted'],
    severity: 'high',
    setting: 'AllowedOrigins',
  },
]

audits('Go with rs/cors', {
  mistakes,
  own: (policy) =>
    startGo(goApp({ imports: ['github.com/rs/cors'], before: '', inMain: codeOf(goRsCors, policy) })),
})

/** A handler around the API that sets the headers itself. */
const byHand =
  (...lines: readonly string[]): Mistake['start'] =>
  () =>
    startGo(
      goApp({
        imports: [],
        before: '',
        inMain: [
          'handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {',
          'origin := r.Header.Get("Origin")',
          ...lines,
          'mux.ServeHTTP(w, r)',
          '})',
        ].join('\n'),
      }),
    )

audits('Go without a package', {
  mistakes: [
    {
      name: 'every origin sent back',
      start: byHand(
        'w.Header().Set("Access-Control-Allow-Origin", origin)',
        'w.Header().Set("Access-Control-Allow-Credentials", "true")',
      ),
      finds: ['reflects-any-origin', 'vary-origin-missing'],
      severity: 'high',
      setting: 'r.Header.Get("Origin")',
    },
    {
      name: 'strings.Contains',
      start: byHand(
        'w.Header().Set("Vary", "Origin")',
        'if strings.Contains(origin, "app.example.com") {',
        'w.Header().Set("Access-Control-Allow-Origin", origin)',
        '}',
      ),
      finds: ['substring-match'],
      severity: 'medium',
      setting: 'strings.HasPrefix',
    },
  ],
  own: (policy) =>
    startGo(goApp({ imports: [], before: codeOf(go, policy), inMain: 'handler := cors(mux)' })),
})
