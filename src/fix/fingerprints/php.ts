import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/**
 * PHP names itself, unless `expose_php` is off.
 */
export default defineFingerprint({
  id: 'php',
  title: 'PHP',
  layer: 'app',
  signs: [header('high', 'X-Powered-By', /^PHP\//)],
})
