import { get } from '../../fetch/header-list.ts'
import { defineFingerprint } from './fingerprint.ts'
import { body, sized, where, without } from './sign.ts'

/** Traefik adds nothing to responses that it passes on; its own responses are those of Go's library. */
export default defineFingerprint({
  id: 'traefik',
  title: 'Traefik',
  layer: 'proxy',
  signs: [
    // Any Go server may send "404 page not found".
    where(
      sized('low', { statuses: [404], lengths: ['19'], type: /^text\/plain; charset=utf-8$/ }),
      ({ entry }) => get(entry.response.headers, 'X-Content-Type-Options') === 'nosniff',
    ),
    body('low', /^(Bad Gateway|Gateway Timeout)$/),
    where(sized('low', { statuses: [502], lengths: ['11'], type: /^text\/plain/ }), without('Server')),
  ],
})
