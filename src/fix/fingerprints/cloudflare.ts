import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/**
 * Cloudflare names itself in `Server` and numbers its answers, whoever wrote them.
 */
export default defineFingerprint({
  id: 'cloudflare',
  title: 'Cloudflare',
  layer: 'edge',
  signs: [header('high', 'Server', /^cloudflare$/i), header('high', 'CF-RAY')],
})
