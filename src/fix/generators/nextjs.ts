import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { withCommas } from './env-note.ts'
import { IN_JAVASCRIPT } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, headerLines, IS_PREFLIGHT, indented, isAllowed } from './header-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'
import { WHY_VARY } from './why-vary.ts'

/**
 * Next.js, in front of all its routes. Headers set there are also on Next.js's own responses: 404, 405 and the 500 of an
 * exception, which route handlers don't see.
 */
export default defineGenerator({
  id: 'nextjs',
  title: 'Next.js, for all routes',
  language: 'typescript',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy',
  syntax: javascript,
  kind: 'app',
  find: IN_JAVASCRIPT,
  proof: runOn('Next.js 16.4.6'),
  matchesPatterns: true,
  valueInEnv: withCommas,
  write: (policy, surroundings) => ({
    code: [
      "import { type NextRequest, NextResponse } from 'next/server'",
      '',
      ...allowedOrigins(policy, surroundings),
      'export function proxy(request: NextRequest) {',
      ...indented(policy.origins === '*' ? forEveryone(policy) : forListed(policy)),
      '}',
      '',
    ].join('\n'),
    where: text`${code('proxy.ts')} in the root, beside ${code('app')} or ${code('pages')} (or in ${code('src/')}). A project has only one: merge the lines, preflight before login. Until Next.js 15: ${code('middleware.ts')} with the function ${code('middleware')}.`,
    removeFirst: [
      text`${code('Access-Control-*')} in ${code('next.config')} and ${code('vercel.json')}.`,
      text`${code('OPTIONS')} exports and ${code('Access-Control-*')} in route handlers.`,
    ],
    notes: [
      text`On pages, Next.js drops ${code('Vary')}: limit it to the API with ${code("export const config = { matcher: '/api/:path*' }")}.`,
      text`Redirects, such as of a final slash, come first; a redirected preflight fails.`,
    ],
  }),
})

const set = (name: string, value: string): string => `response.headers.set(${name}, ${value})`

function forEveryone(policy: CorsPolicy): readonly string[] {
  const { allowed } = headerLines(policy, set)
  return [
    `const isPreflight = ${IS_PREFLIGHT}`,
    'const response = isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next()',
    ...allowed,
    ...byKind(policy),
    'return response',
  ]
}

function forListed(policy: CorsPolicy): readonly string[] {
  const { allowed } = headerLines(policy, set)
  return [
    "const origin = request.headers.get('Origin') ?? ''",
    `const isAllowed = ${isAllowed(policy)}`,
    `const isPreflight = ${IS_PREFLIGHT}`,
    'const response = isAllowed && isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next()',
    `response.headers.append('Vary', 'Origin') // ${WHY_VARY}`,
    'if (isAllowed) {',
    ...indented([...allowed, ...byKind(policy)]),
    '}',
    'return response',
  ]
}

/** Headers only for preflights, and headers only for all other requests. */
function byKind(policy: CorsPolicy): readonly string[] {
  const { preflight, actual } = headerLines(policy, set)
  const otherwise = actual.length === 0 ? ['}'] : ['} else {', ...indented(actual), '}']
  if (preflight.length > 0) return ['if (isPreflight) {', ...indented(preflight), ...otherwise]
  return actual.length === 0 ? [] : ['if (!isPreflight) {', ...indented(actual), '}']
}
