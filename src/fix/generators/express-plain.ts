import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy.ts'
import { defineGenerator } from './generator.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'

/** Express without a package: one middleware, an exact comparison with a set of origins. */
export default defineGenerator({
  id: 'express-plain',
  title: 'Express without a package',
  language: 'javascript',
  docs: 'https://expressjs.com/en/guide/using-middleware.html',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Express 5.3.0'),
  write: (policy) => ({
    code: [...(policy.origins === '*' ? forEveryone(policy) : forListed(policy, policy.origins)), ''].join(
      '\n',
    ),
    where: text`Directly after ${code('const app = express()')}, before every other ${code('app.use')} and route.`,
    removeFirst: [
      text`The ${code('cors')} package and other lines that set ${code('Access-Control-*')} headers.`,
      text`${code('Access-Control-*')} headers that a proxy in front adds; one of the two must do it.`,
    ],
    notes: [text`Error responses keep the headers: they are set before anything can fail.`],
  }),
})

const set = (name: string, value: string): string =>
  `res.set(${javascript.literal(name)}, ${javascript.literal(value)})`

const listed = (name: string, values: readonly string[]): readonly string[] =>
  values.length === 0 ? [] : [set(name, values.join(', '))]

const answerPreflight = ({ methods, headers, maxAge }: CorsPolicy): readonly string[] => [
  "if (req.method === 'OPTIONS' && req.get('Access-Control-Request-Method')) {",
  ...[
    ...listed('Access-Control-Allow-Methods', methods),
    ...listed('Access-Control-Allow-Headers', headers),
    ...(maxAge === null ? [] : [set('Access-Control-Max-Age', String(maxAge))]),
    'return res.sendStatus(204)',
  ].map((line) => `  ${line}`),
  '}',
]

const forEveryone = (policy: CorsPolicy): readonly string[] => [
  '// Before authentication, body parsers and routes.',
  'app.use((req, res, next) => {',
  ...[
    set('Access-Control-Allow-Origin', '*'),
    ...answerPreflight(policy),
    ...listed('Access-Control-Expose-Headers', policy.exposed),
    'next()',
  ].map((line) => `  ${line}`),
  '})',
]

const forListed = (policy: CorsPolicy, origins: readonly string[]): readonly string[] => [
  'const allowedOrigins = new Set([',
  ...origins.map((origin) => `  ${javascript.literal(origin)},`),
  '])',
  '',
  '// Before authentication, body parsers and routes.',
  'app.use((req, res, next) => {',
  "  res.vary('Origin') // on every response, or a cache hands one origin's answer to another",
  "  const origin = req.get('Origin')",
  '  if (allowedOrigins.has(origin)) {',
  ...[
    "res.set('Access-Control-Allow-Origin', origin)",
    ...(policy.credentials ? [set('Access-Control-Allow-Credentials', 'true')] : []),
    ...answerPreflight(policy),
    ...listed('Access-Control-Expose-Headers', policy.exposed),
  ].map((line) => `    ${line}`),
  '  }',
  '  next()',
  '})',
]
