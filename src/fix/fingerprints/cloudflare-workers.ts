import { defineFingerprint } from './fingerprint.ts'
import { body, host } from './sign.ts'

/** Cloudflare's host names, and its page for a Worker that threw. */
export default defineFingerprint({
  id: 'cloudflare-workers',
  title: 'Cloudflare Workers',
  layer: 'app',
  builtOn: ['cloudflare'],
  signs: [
    host('high', /\.workers\.dev$/),
    host('medium', /\.pages\.dev$/),
    body('high', /^error code: 1101$/),
  ],
})
