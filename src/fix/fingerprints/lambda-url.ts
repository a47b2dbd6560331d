import { defineFingerprint } from './fingerprint.ts'
import { host } from './sign.ts'

/** Function URLs have their own host. */
export default defineFingerprint({
  id: 'lambda-url',
  title: 'A function URL of Lambda',
  layer: 'app',
  signs: [host('high', /\.lambda-url\.[a-z0-9-]+\.on\.aws$/)],
})
