import { defineFingerprint } from './fingerprint.ts'
import { body, cookie, header, together } from './sign.ts'

/** Laravel has a typical session cookie and typical error messages. */
export default defineFingerprint({
  id: 'laravel',
  title: 'Laravel',
  layer: 'app',
  builtOn: ['php'],
  signs: [
    cookie('high', /^laravel[_-]session$/),
    body('high', /"message":\s*"Unauthenticated\."/),
    body('high', /"message":\s*"The route [^"]* could not be found\."/),
    together('medium', header('low', 'X-Powered-By', /^PHP\//), cookie('low', /^XSRF-TOKEN$/)),
    together(
      'medium',
      header('low', 'X-Powered-By', /^PHP\//),
      header('low', 'X-RateLimit-Limit'),
      header('low', 'X-RateLimit-Remaining'),
    ),
  ],
})
