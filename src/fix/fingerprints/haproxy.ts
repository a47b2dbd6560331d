import { defineFingerprint } from './fingerprint.ts'
import { body, sized } from './sign.ts'

/** HAProxy is only visible in its own error pages, which have a fixed length. */
export default defineFingerprint({
  id: 'haproxy',
  title: 'HAProxy',
  layer: 'proxy',
  signs: [
    body(
      'high',
      /<h1>\d{3} [^<]+<\/h1>\s*(No server is available to handle|The server didn't respond in time|Your browser sent an invalid)/,
    ),
    sized('medium', { statuses: [503], lengths: ['107'], type: /^text\/html$/ }),
  ],
})
