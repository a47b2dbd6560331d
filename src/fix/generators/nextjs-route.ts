import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, headerLines, indented } from './header-lines.ts'
import { ifAllowed } from './policy-statements.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'
import { WHY_VARY } from './why-vary.ts'

/**
 * Next.js, for single route handlers. The response is copied, since that of a redirect or another server cannot be
 * changed; an exception becomes an answer here, since the one that Next.js makes of it has no headers.
 */
export default defineGenerator({
  id: 'nextjs-route',
  title: 'Next.js, for single route handlers',
  language: 'typescript',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/route#cors',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Next.js 16.4.6'),
  write: (policy) => ({
    code: [
      "import { unstable_rethrow } from 'next/navigation'",
      "import type { NextRequest } from 'next/server'",
      '',
      ...allowedOrigins(policy),
      'type Handler<Context> = (request: NextRequest, context: Context) => Response | Promise<Response>',
      '',
      ...withCors(policy),
      '',
      ...options(policy),
      '',
      ...answer,
      '',
    ].join('\n'),
    where: text`${code('lib/cors.ts')}. Then in each ${code('route.ts')}: ${code("import { withCors } from '@/lib/cors'")}, ${code("export { OPTIONS } from '@/lib/cors'")} and ${code('export const GET = withCors(async (request) => { … })')}, the other methods likewise.`,
    removeFirst: [
      text`${code('OPTIONS')} exports of those routes and lines that set ${code('Access-Control-*')} headers.`,
      text`${code('Access-Control-*')} in ${code('headers()')} of ${code('next.config')}, in ${code('vercel.json')} and in ${code('proxy.ts')} or ${code('middleware.ts')}.`,
    ],
    notes: [
      text`What no handler answers has no headers: the 404 of a path without a route, the 405 of a method that a route does not export, and ${code('notFound()')} or ${code('redirect()')}. To a page those look like a network error; ${code('proxy.ts')} covers them (${code('--for nextjs')}).`,
      text`A ${code('proxy.ts')} or ${code('middleware.ts')} that asks who is signed in has to let preflights pass: they come without cookies.`,
      text`Errors are caught to give them headers, so ${code('onRequestError')} does not see them any more; report them where they are logged.`,
      text`${code('unstable_rethrow')} came with Next.js 15.`,
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
  '    unstable_rethrow(error) // notFound() and redirect() are no failures',
  '    console.error(error)',
  "    return new Response('Internal Server Error', { status: 500 })",
  '  }',
  '}',
]
