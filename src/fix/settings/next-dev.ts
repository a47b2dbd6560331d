import { parseUrl } from '../../parse-url.ts'
import { withCode } from '../../text/with-code.ts'
import { path } from '../fingerprints/sign.ts'
import { runOn } from '../generators/proof.ts'
import { javascript } from '../generators/quote/javascript.ts'
import { defineSetting, originsOf } from './setting.ts'

/** The CORS setting of Next.js dev server. */
export default defineSetting({
  id: 'next-dev',
  title: 'Next.js dev server',
  kind: 'dev server',
  language: 'javascript',
  docs: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/allowedDevOrigins',
  syntax: javascript,
  proof: runOn('Next.js 16.4.6'),
  fixed: ['methods', 'headers', 'exposed', 'maxAge'],
  signs: [path('high', /^\/(_next|__nextjs)/)],
  refuses: (policy) =>
    policy.origins === '*' ? withCode('it takes a list of names, not every website') : null,
  write: (policy) => ({
    lines: [
      `allowedDevOrigins: [${originsOf(policy).map(hostOf).map(javascript.literal).join(', ')}],`,
      'async headers() {',
      `  const origins = [${originsOf(policy).map(javascript.literal).join(', ')}]`,
      '  return origins.map((origin) => ({',
      "    source: '/_next/:path*',",
      "    has: [{ type: 'header', key: 'origin', value: origin.replaceAll('.', '[.]') }],",
      '    headers: [',
      "      { key: 'Access-Control-Allow-Origin', value: origin },",
      ...(policy.credentials ? ["      { key: 'Access-Control-Allow-Credentials', value: 'true' },"] : []),
      "      { key: 'Vary', value: 'Origin' },",
      '    ],',
      '  }))',
      '},',
    ],
    where:
      'In `next.config.js`; `allowedDevOrigins` has host names alone, without scheme and port. Restart it for the change to take effect.',
    notes: [
      '`allowedDevOrigins` ends the 403 "Unauthorized" for scripts and live reload, but adds no CORS headers: `headers()` does.',
      "It covers Next's own files, not the API routes: for those use `--for nextjs` or `--for nextjs-route`.",
    ],
  }),
})

const hostOf = (origin: string): string => parseUrl(origin)?.hostname ?? origin
