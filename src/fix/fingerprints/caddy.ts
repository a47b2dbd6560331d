import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/** Caddy names itself in `Server`, or in `Via` if it passes on a response that has `Server`. */
export default defineFingerprint({
  id: 'caddy',
  title: 'Caddy',
  layer: 'proxy',
  signs: [header('high', 'Server', /^Caddy\b/), header('high', 'Via', /\bCaddy$/)],
})
