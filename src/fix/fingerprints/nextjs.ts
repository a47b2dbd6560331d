import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/**
 * Next.js names itself, and its pages vary by headers of its router.
 */
export default defineFingerprint({
  id: 'nextjs',
  title: 'Next.js',
  layer: 'app',
  builtOn: ['node-http'],
  signs: [
    header('high', 'X-Powered-By', /^Next\.js\b/),
    header('high', 'Vary', /\bnext-router-state-tree\b/i),
    header('high', 'X-Nextjs-Cache'),
    header('high', 'X-Nextjs-Prerender'),
    header('medium', 'X-Matched-Path', /^\//),
  ],
})
