import type { CorsPolicy } from '../policy/policy.ts'
import type { Surroundings } from './generator.ts'
import { allowedOrigins, headerLines, IS_PREFLIGHT, indented, isAllowed } from './header-lines.ts'
import { WHY_VARY } from './why-vary.ts'

/** How a runtime is given the function that answers a request with a response. */
export interface FetchRuntime {
  /** The lines up to that function's body, and those after it. */
  readonly open: readonly string[]
  readonly close: readonly string[]
  /** Calls the user's own function. */
  readonly call: string
  /** What `answer` is where the connection became a WebSocket, which has no headers left to set. */
  readonly webSocket: string
  /** A response with the headers and body of `answer` whose headers can be set, and why it is not `answer` itself. */
  readonly copy: string
  /** The lines before everything else. Default: none. */
  readonly imports?: readonly string[]
  /** Returns the expression for an environment variable. Default: Node's. */
  readonly readEnv?: (name: string) => string
}

/** The headers of a fetched response are immutable: https://fetch.spec.whatwg.org/#concept-headers-guard */
export const COPY = 'new Response(answer.body, answer) // headers of a fetched response cannot be changed'

/**
 * Returns a module's code that keeps a policy where a runtime asks a function for a Response. The function of the
 * user stands in it as `handler`; what it throws is caught, for the runtime's own 500 has no headers.
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
