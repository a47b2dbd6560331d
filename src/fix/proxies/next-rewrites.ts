import { code, text } from '../../text/text.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineProxy } from './proxy.ts'

/**
 * Next.js, a rewrite to the API in `proxy.js`. The `rewrites` of `next.config.js` would suffice for the URL, but they
 * pass the page's cookies on and can't remove them.
 */
export default defineProxy({
  id: 'next-rewrites',
  title: 'Next.js rewrite',
  serves: 'users',
  filtersResponses: false,
  language: 'javascript',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions/proxy',
  syntax: javascript,
  proof: runOn('Next.js 16.4.6'),
  address: 'http://localhost:3000',
  write: ({ target, credentials, urls }, prefix) => ({
    code: [
      "import { NextResponse } from 'next/server'",
      '',
      'export function proxy(request) {',
      '  const { href, origin } = request.nextUrl',
      '  const headers = new Headers(request.headers)',
      "  headers.delete('origin')",
      ...(credentials ? [] : ["  headers.delete('cookie') // the page's cookies aren't for the API"]),
      `  const path = href.slice(origin.length + ${javascript.literal(prefix)}.length)`,
      `  return NextResponse.rewrite(${javascript.literal(target)} + path, {`,
      '    request: { headers },',
      "    headers: { 'Content-Security-Policy': 'sandbox' }, // its HTML must not run with your origin",
      '  })',
      '}',
      '',
      `export const config = { matcher: ${javascript.literal(`${prefix}/:path*`)} }`,
      '',
    ].join('\n'),
    where: text`${code('proxy.js')} beside ${code('app')} or ${code('pages')}, in ${code('src')} where you have that (up to Next.js 15: ${code('middleware.js')}, and ${code('export function middleware')}). If there is one, let it do this for paths that begin with ${code(`${prefix}/`)}.`,
    notes: [
      ...(urls.some((url) => new URL(url).pathname.endsWith('/'))
        ? [
            text`The API's paths end in a slash, and Next.js redirects that away: set ${code('skipTrailingSlashRedirect: true')} in ${code('next.config.js')}.`,
          ]
        : []),
      text`It works with ${code('next dev')} and ${code('next start')}, not with ${code("output: 'export'")}, where no server is left. Request bodies are limited to 10 MB unless ${code('experimental.proxyClientMaxBodySize')} is set.`,
      text`A rewrite passes on what the API sets and allows: its ${code('Set-Cookie')} without a ${code('Domain')} becomes a cookie of your host, and its ${code('Access-Control-Allow-Origin')} lets other sites read through yours. A route handler that calls ${code('fetch()')} can leave them out.`,
    ],
    keyLine: (name) => `headers.set(${javascript.literal(name)}, apiKey)`,
  }),
})
