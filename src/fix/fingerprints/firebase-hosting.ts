import { defineFingerprint } from './fingerprint.ts'
import { host } from './sign.ts'

/**
 * The names that Firebase gives.
 */
export default defineFingerprint({
  id: 'firebase-hosting',
  title: 'Firebase Hosting',
  layer: 'app',
  signs: [host('high', /\.(web\.app|firebaseapp\.com)$/)],
})
