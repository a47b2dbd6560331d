import { defineFingerprint } from './fingerprint.ts'
import { host } from './sign.ts'

/** Firebase's host names. */
export default defineFingerprint({
  id: 'firebase-hosting',
  title: 'Firebase Hosting',
  layer: 'app',
  signs: [host('high', /\.(web\.app|firebaseapp\.com)$/)],
})
