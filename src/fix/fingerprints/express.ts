import { get } from '../../fetch/header-list.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { defineFingerprint } from './fingerprint.ts'
import { body, header, lowerCase, together, where } from './sign.ts'

/** The dev server's responses have this policy. Helmet sends it too, and removes the name. */
const isServer = ({ entry }: ApiResponse): boolean =>
  get(entry.response.headers, 'Cross-Origin-Resource-Policy') !== 'same-origin'

/**
 * Express names itself by default, and its error messages are typical. The `cors` package has a list of methods in a
 * specific order. The dev server of webpack is built on Express too, and marks its responses.
 */
export default defineFingerprint({
  id: 'express',
  title: 'Express',
  layer: 'app',
  builtOn: ['node-http'],
  signs: [
    where(header('high', 'X-Powered-By', /^Express$/), isServer),
    where(body('high', /<pre>Cannot [A-Z]+ [^<]*<\/pre>/), isServer),
    // Helmet removes the name and adds its own headers.
    together(
      'medium',
      header('low', 'Origin-Agent-Cluster', /^\?1$/),
      header('low', 'X-DNS-Prefetch-Control', /^off$/),
      header('low', 'X-Permitted-Cross-Domain-Policies', /^none$/),
    ),
    where(
      header('medium', 'Access-Control-Allow-Methods', /^GET,HEAD,PUT,PATCH,POST,DELETE$/),
      (answer) => isServer(answer) && lowerCase('low', 'access-control-allow-methods').shows(answer) === null,
    ),
  ],
})
