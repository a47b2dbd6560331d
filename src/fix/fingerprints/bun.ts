import { defineFingerprint } from './fingerprint.ts'
import { body, where } from './sign.ts'

/**
 * Bun says so little that only its answer to an uncaught exception is known.
 */
export default defineFingerprint({
  id: 'bun',
  title: 'Bun',
  layer: 'app',
  signs: [where(body('low', /^Something went wrong!$/), ({ entry }) => entry.response.status === 500)],
})
