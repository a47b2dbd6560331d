import { get } from '../../fetch/header-list.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { defineFingerprint } from './fingerprint.ts'
import { header, where } from './sign.ts'

/** Older versions respond with 200 and three `Vary` lines. Spring does too, but lists every method. */
function echoesOneMethod({ entry: { request, response }, preflight }: ApiResponse): boolean {
  const methods = get(response.headers, 'Access-Control-Allow-Methods')
  const asked = get(request.headers, 'Access-Control-Request-Method')
  return preflight && response.status === 200 && methods !== null && methods === asked
}

/** rs/cors responds to preflights with 204, three names in one `Vary`, and only the requested method. */
export default defineFingerprint({
  id: 'go-rs-cors',
  title: 'Go with rs/cors',
  layer: 'app',
  builtOn: ['go', 'traefik'],
  signs: [
    where(
      header('medium', 'Vary', /^Origin, Access-Control-Request-Method, Access-Control-Request-Headers$/),
      ({ entry, preflight }) => preflight && entry.response.status === 204,
    ),
    where(header('medium', 'Vary', /^Access-Control-Request-Headers$/), echoesOneMethod),
  ],
})
