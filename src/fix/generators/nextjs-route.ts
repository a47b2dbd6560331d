import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, headerLines, indented } from './header-lines.ts'
import { ifAllowed } from './policy-statements.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'
import { WHY_VARY } from './why-vary.ts'

/**
 * Next.js, for single route handlers. The response is copied, because that of a redirect or another server is immutable.
 * Exceptions are handled here, because Next.js's response to them has no headers.
 */
export default defineGenerator({
  id: 'nextjs-route',
  title: 'Next.js, for single route handlers',
  language: 'typescript',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/route#cors',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Next.js 16.4.6'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "import { unstable_rethrow } from 'next/navigation'",
      "import type { NextRequest } from 'next/server'",
      '',
      ...allowedOrigins(policy, surroundings),
      'type Handler<Context> = (request: NextRequest, context: Context) => Response | Promise<Response>',
      '',
      ...withCors(policy),
      '',
      ...options(policy),
      '',
      ...answer,
      '',
    ].join('\n'),
    where: text`${code('lib/cors.ts')}. Then in each ${code('route.ts')}: ${code("import { withCors } from '@/lib/cors'")}, ${code("export { OPTIONS } from '@/lib/cors'")}, and ${code('export const GET = withCors(async (request) => { … })')} for each method. Needs Next.js 15.`,
    removeFirst: [
      text`${code('OPTIONS')} exports and lines that set ${code('Access-Control-*')} in those routes.`,
      text`${code('Access-Control-*')} in ${code('next.config')}, ${code('vercel.json')}, ${code('proxy.ts')} and ${code('middleware.ts')}.`,
    ],
    notes: [
      text`404 and 405 of Next.js, ${code('notFound()')} and ${code('redirect()')} have no headers; ${code('--for nextjs')} covers them.`,
      text`A login in ${code('proxy.ts')} must let preflights pass.`,
      text`${code('onRequestError')} no longer runs for these routes.`,
    ],
  }),
})

const set = (name: string, value: string): string => `headers.set(${name}, ${value})`

function withCors(policy: CorsPolicy): readonly string[] {
  const { allowed, actual } = headerLines(policy, set)
  return [
    'export const withCors =',
    '  <Context>(handler: Handler<Context>): Handler<Context> =>',
    '  async (request, context) => {',
    '    const response = await answer(handler, request, context)',
    '    const headers = new Headers(response.headers)',
    ...indented(ifAllowed(policy, ORIGIN, [...allowed, ...actual]), 2),
    '    return new Response(response.body, { status: response.status, headers })',
    '  }',
  ]
}

function options(policy: CorsPolicy): readonly string[] {
  const { allowed, preflight } = headerLines(policy, set)
  return [
    'export function OPTIONS(request: NextRequest) {',
    '  const headers = new Headers()',
    ...indented(ifAllowed(policy, ORIGIN, [...allowed, ...preflight])),
    '  return new Response(null, { status: 204, headers })',
    '}',
  ]
}

const ORIGIN = [
  "const origin = request.headers.get('Origin') ?? ''",
  `headers.append('Vary', 'Origin') // ${WHY_VARY}`,
]

const answer: readonly string[] = [
  'async function answer<Context>(handler: Handler<Context>, request: NextRequest, context: Context) {',
  '  try {',
  '    return await handler(request, context)',
  '  } catch (error) {',
  "    unstable_rethrow(error) // notFound() and redirect() aren't failures",
  '    console.error(error)',
  "    return new Response('Internal Server Error', { status: 500 })",
  '  }',
  '}',
]
