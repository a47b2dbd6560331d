import { defineFingerprint } from './fingerprint.ts'
import { body, header, together } from './sign.ts'

/**
 * Rails says how long it took and numbers its answers; Rack::Cors tells, in debug mode, what it found.
 */
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
