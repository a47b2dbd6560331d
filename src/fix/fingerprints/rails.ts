import { defineFingerprint } from './fingerprint.ts'
import { body, header, together } from './sign.ts'

/** Rails sends its run time and a request id; in debug mode, Rack::Cors sends its decision. */
export default defineFingerprint({
  id: 'rails',
  title: 'Rails',
  layer: 'app',
  signs: [
    together('high', header('low', 'X-Runtime', /^\d+\.\d{6}$/), header('low', 'X-Request-Id')),
    header('high', 'X-Rack-CORS'),
    header('medium', 'X-Runtime', /^\d+\.\d{6}$/),
    body('high', /Blocked hosts?: /),
  ],
})
