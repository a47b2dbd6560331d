import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/**
 * The server of Node closes idle connections after five seconds, and says so; every framework on it does.
 */
export default defineFingerprint({
  id: 'node-http',
  title: 'Node',
  layer: 'app',
  signs: [header('low', 'Keep-Alive', /^timeout=5$/)],
})
