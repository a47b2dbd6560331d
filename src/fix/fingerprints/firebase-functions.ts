import { defineFingerprint } from './fingerprint.ts'
import { header, host } from './sign.ts'

/** Functions of Firebase and of Google Cloud have their own host and send an execution id. */
export default defineFingerprint({
  id: 'firebase-functions',
  title: 'Cloud Functions',
  layer: 'app',
  builtOn: ['express', 'node-http'],
  signs: [host('high', /\.cloudfunctions\.net$/), header('high', 'Function-Execution-Id')],
})
