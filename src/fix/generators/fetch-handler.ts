import type { CorsPolicy } from '../policy/policy.ts'
import type { Surroundings } from './generator.ts'
import { allowedOrigins, headerLines, IS_PREFLIGHT, indented, isAllowed } from './header-lines.ts'
import { WHY_VARY } from './why-vary.ts'

/** How a runtime gets the function that handles requests. */
export interface FetchRuntime {
  /** The lines before and after that function's body. */
  readonly open: readonly string[]
  readonly close: readonly string[]
  /** Calls the user's own function. */
  readonly call: string
  /** The condition that `answer` upgraded the connection to a WebSocket, so that no headers can be set. */
  readonly webSocket: string
  /** A copy of the response `answer` whose headers can be set, and why a copy is needed. */
  readonly copy: string
  /** The lines before everything else. Default: none. */
  readonly imports?: readonly string[]
  /** Returns the expression for an environment variable. Default: Node's. */
  readonly readEnv?: (name: string) => string
}

/** The headers of a fetched response are immutable: https://fetch.spec.whatwg.org/#concept-headers-guard */
export const COPY = 'new Response(answer.body, answer) // the headers of a fetched response are immutable'

/**
 * Returns the code of a module that applies a policy in a runtime whose handler returns a Response. The user's function
 * is called `handler`. Its exceptions are caught, because the runtime's own 500 has no headers.
 */
export function fetchHandler(policy: CorsPolicy, surroundings: Surroundings, runtime: FetchRuntime): string {
  const depth = runtime.close.length
  return [
    ...(runtime.imports ?? []),
    ...allowedOrigins(policy, surroundings, runtime.readEnv),
    ...runtime.open,
    ...indented(answerPreflight(policy), depth),
    '',
    ...indented([...callHandler(runtime), ...setHeaders(policy)], depth),
    ...runtime.close,
    '',
  ].join('\n')
}

function answerPreflight(policy: CorsPolicy): readonly string[] {
  const { allowed, preflight } = headerLines(policy, (name, value) => `${name}: ${value},`)
  const everyone = policy.origins === '*'
  return [
    ...(everyone
      ? []
      : ["const origin = request.headers.get('Origin') ?? ''", `const isAllowed = ${isAllowed(policy)}`]),
    'const isPreflight =',
    `  ${IS_PREFLIGHT}`,
    everyone ? 'if (isPreflight) {' : 'if (isAllowed && isPreflight) {',
    '  return new Response(null, {',
    '    status: 204,',
    '    headers: {',
    ...indented([...allowed, ...preflight, ...(everyone ? [] : ["Vary: 'Origin',"])], 3),
    '    },',
    '  })',
    '}',
  ]
}

const callHandler = ({ call, webSocket, copy }: FetchRuntime): readonly string[] => [
  'let response',
  'try {',
  `  const answer = await ${call}`,
  `  if (${webSocket}) return answer // a WebSocket`,
  `  response = ${copy}`,
  '} catch (error) {',
  '  console.error(error)',
  "  response = new Response('Internal Server Error', { status: 500 })",
  '}',
]

function setHeaders(policy: CorsPolicy): readonly string[] {
  const { allowed, actual } = headerLines(policy, (name, value) => `response.headers.set(${name}, ${value})`)
  return [
    '// A server behind this one may have sent its own.',
    'for (const name of [...response.headers.keys()]) {',
    "  if (name.startsWith('access-control-')) response.headers.delete(name)",
    '}',
    ...(policy.origins === '*'
      ? [...allowed, ...actual]
      : [
          `response.headers.append('Vary', 'Origin') // ${WHY_VARY}`,
          'if (isAllowed) {',
          ...indented([...allowed, ...actual]),
          '}',
        ]),
    'return response',
  ]
}
