import { get } from '../../fetch/header-list.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { defineFingerprint } from './fingerprint.ts'
import { body, header, sized, together, where } from './sign.ts'

/** The middleware lists the methods in every preflight response, even in refusals. */
const hasCorsMethods = ({ entry, preflight }: ApiResponse): boolean =>
  preflight && get(entry.response.headers, 'Access-Control-Allow-Methods') !== null

/**
 * FastAPI and Starlette send errors as `{"detail": …}`, and refuse preflights with sentences of known length. The default
 * max age of their CORS middleware is 600 seconds.
 */
export default defineFingerprint({
  id: 'fastapi',
  title: 'FastAPI',
  layer: 'app',
  signs: [
    body('high', /^\{"detail":"(Not Found|Method Not Allowed|Not authenticated)"\}/),
    body('high', /^\{"detail":\[\{"(type|loc)":/),
    body('high', /^Disallowed CORS [a-z, ]+$/),
    where(
      sized('high', { statuses: [400], lengths: ['22', '23', '30', '31', '39'], type: /^text\/plain/ }),
      hasCorsMethods,
    ),
    together(
      'high',
      sized('low', { statuses: [200], lengths: ['2'], type: /^text\/plain; charset=utf-8$/ }),
      header('low', 'Access-Control-Max-Age', /^600$/),
    ),
    together(
      'high',
      header('medium', 'Server', /^uvicorn$/),
      sized('low', { statuses: [404, 405], lengths: ['22', '31'], type: /^application\/json$/ }),
    ),
    sized('medium', { statuses: [404], lengths: ['22'], type: /^application\/json$/ }),
    header('medium', 'Server', /^uvicorn$/),
  ],
})
