import { parseUrl } from '../../parse-url.ts'
import { withCode } from '../../text/with-code.ts'
import { path } from '../fingerprints/sign.ts'
import { unchecked } from '../generators/proof.ts'
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
  proof: unchecked("it follows the vendor's documentation and source, and was not run"),
  fixed: ['methods', 'headers', 'credentials'],
  signs: [path('high', /^\/(_next|__nextjs)/)],
  refuses: (policy) =>
    policy.origins === '*' ? withCode('it takes a list of names, not every website') : null,
  write: (policy) => ({
    lines: [
      `allowedDevOrigins: [${originsOf(policy)
        .map((origin) => javascript.literal(parseUrl(origin)?.hostname ?? origin))
        .join(', ')}],`,
    ],
    where:
      'In `next.config.js`; host names alone, without scheme and port. Restart it for the change to take effect.',
    notes: [
      "It covers Next's own files in development, not the API routes: for those use `--for nextjs` or `--for nextjs-route`.",
    ],
  }),
})
