import { defineFingerprint } from './fingerprint.ts'
import { body, cookie, header, sized, together } from './sign.ts'

/**
 * Django's development server names itself, its error pages are short, and its security middleware sends the same
 * headers everywhere. django-cors-headers sorts methods and allows `x-csrftoken`.
 */
export default defineFingerprint({
  id: 'django',
  title: 'Django',
  layer: 'app',
  signs: [
    header('high', 'Server', /^WSGIServer\/[\d.]+ CPython\b/),
    header('high', 'Access-Control-Allow-Headers', /^accept, .*\bx-csrftoken, x-requested-with$/),
    cookie('high', /^csrftoken$/),
    body('high', /<h1>Server Error \(500\)<\/h1>/),
    body('high', /^\{"detail":"Authentication credentials were not provided\."\}/),
    together(
      'medium',
      header('low', 'X-Frame-Options', /^DENY$/),
      header('low', 'X-Content-Type-Options', /^nosniff$/),
      header('low', 'Referrer-Policy', /^same-origin$/),
    ),
    sized('medium', { statuses: [404], lengths: ['179'], type: /^text\/html/ }),
    sized('medium', { statuses: [500], lengths: ['145'], type: /^text\/html/ }),
    header('low', 'Server', /^gunicorn\b/),
  ],
})
