import { defineFingerprint } from './fingerprint.ts'
import { body, header } from './sign.ts'

/** Nginx names itself in `Server`, and in the footer of its error pages. */
export default defineFingerprint({
  id: 'nginx',
  title: 'Nginx',
  layer: 'proxy',
  signs: [
    header('high', 'Server', /^(nginx|openresty|tengine)\b/i),
    body('high', /<hr><center>(nginx|openresty)[^<]*<\/center>/),
  ],
})
