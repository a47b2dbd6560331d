import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/** Cloudflare names itself in `Server` and adds a request id to every response, even if it only passes it on. */
export default defineFingerprint({
  id: 'cloudflare',
  title: 'Cloudflare',
  layer: 'edge',
  signs: [header('high', 'Server', /^cloudflare$/i), header('high', 'CF-RAY')],
})
