import { defineFingerprint } from './fingerprint.ts'
import { body, where } from './sign.ts'

/** Bun reveals so little that only its response to an uncaught exception is recognized. */
export default defineFingerprint({
  id: 'bun',
  title: 'Bun',
  layer: 'app',
  signs: [where(body('low', /^Something went wrong!$/), ({ entry }) => entry.response.status === 500)],
})
