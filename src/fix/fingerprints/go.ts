import { get } from '../../fetch/header-list.ts'
import { defineFingerprint } from './fingerprint.ts'
import { body, sized, where } from './sign.ts'

/** Go's library sends "404 page not found" in 19 bytes, with `nosniff`. */
export default defineFingerprint({
  id: 'go',
  title: 'Go',
  layer: 'app',
  signs: [
    body('medium', /^404 page not found$/m),
    where(
      sized('medium', { statuses: [404], lengths: ['19'], type: /^text\/plain; charset=utf-8$/ }),
      ({ entry }) => get(entry.response.headers, 'X-Content-Type-Options') === 'nosniff',
    ),
  ],
})
