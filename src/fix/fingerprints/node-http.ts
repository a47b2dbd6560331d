import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/** Node's server sends that it closes idle connections after five seconds, as does every framework based on it. */
export default defineFingerprint({
  id: 'node-http',
  title: 'Node',
  layer: 'app',
  signs: [header('low', 'Keep-Alive', /^timeout=5$/)],
})
