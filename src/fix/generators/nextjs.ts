import { code, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { defineGenerator } from './generator.ts'
import { allowedOrigins, headerLines, IS_PREFLIGHT, indented } from './header-lines.ts'
import { runOn } from './proof.ts'
import { javascript } from './quote/javascript.ts'
import { WHY_VARY } from './why-vary.ts'

/**
 * Next.js, in front of all its routes. Headers that are set there stay on what Next.js answers itself: 404, 405 and
 * the 500 of an exception, which no route handler sees.
 */
export default defineGenerator({
  id: 'nextjs',
  title: 'Next.js, for all routes',
  language: 'typescript',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy',
  syntax: javascript,
  kind: 'app',
  proof: runOn('Next.js 16.4.6'),
  write: (policy) => ({
    code: [
      "import { type NextRequest, NextResponse } from 'next/server'",
      '',
      ...allowedOrigins(policy),
      'export function proxy(request: NextRequest) {',
      ...indented(policy.origins === '*' ? forEveryone(policy) : forListed(policy)),
      '}',
      '',
    ].join('\n'),
    where: text`${code('proxy.ts')} in the project's root, beside ${code('app')} or ${code('pages')}; under ${code('src/')} where those are there. A project has one: into one that exists, take the lines, and let it answer the preflight before it asks who is signed in.`,
    removeFirst: [
      text`${code('Access-Control-*')} in ${code('headers()')} of ${code('next.config')} and in ${code('vercel.json')}.`,
      text`${code('OPTIONS')} exports and ${code('Access-Control-*')} headers of route handlers.`,
    ],
    notes: [
      text`Until Next.js 15 the file is ${code('middleware.ts')} and the function ${code('middleware')}; in JavaScript it is ${code('proxy.js')}, without ${code(': NextRequest')} and ${code('type NextRequest, ')}.`,
      text`It acts on every path. Where the project has pages too, add ${code("export const config = { matcher: '/api/:path*' }")} with the path of the API: from pages, its 404 page included, Next.js drops ${code('Vary')}, so that a cache in front could hand one origin's copy to another.`,
      text`A path that Next.js redirects, for instance one that ends in a slash, it redirects in front of this file; browsers refuse a redirected preflight, so ask for the final one.`,
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
    'const isAllowed = allowedOrigins.has(origin)',
    `const isPreflight = ${IS_PREFLIGHT}`,
    'const response = isAllowed && isPreflight ? new NextResponse(null, { status: 204 }) : NextResponse.next()',
    `response.headers.append('Vary', 'Origin') // ${WHY_VARY}`,
    'if (isAllowed) {',
    ...indented([...allowed, ...byKind(policy)]),
    '}',
    'return response',
  ]
}

/** What is set for a preflight alone, and for everything else alone. */
function byKind(policy: CorsPolicy): readonly string[] {
  const { preflight, actual } = headerLines(policy, set)
  const otherwise = actual.length === 0 ? ['}'] : ['} else {', ...indented(actual), '}']
  if (preflight.length > 0) return ['if (isPreflight) {', ...indented(preflight), ...otherwise]
  return actual.length === 0 ? [] : ['if (!isPreflight) {', ...indented(actual), '}']
}
