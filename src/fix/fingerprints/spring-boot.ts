import { valuesOf } from '../../fetch/header-list.ts'
import type { ApiResponse } from '../../reading/api-response.ts'
import { defineFingerprint } from './fingerprint.ts'
import { body, header, sized, together, where } from './sign.ts'

const THREE = ['origin', 'access-control-request-method', 'access-control-request-headers']

const variesByThree = ({ entry }: ApiResponse): boolean => {
  const vary = valuesOf(entry.response.headers, 'Vary').join().toLowerCase()
  return THREE.reduce((at, name) => (at < 0 ? at : vary.indexOf(name, at)), 0) >= 0
}

const isActual = (answer: ApiResponse): boolean => !answer.preflight && variesByThree(answer)

/**
 * Spring refuses with "Invalid CORS request", and every response has a `Vary` of three headers. Boot's errors are JSON
 * that begins with the time, and Spring Security has a typical `Cache-Control`.
 */
export default defineFingerprint({
  id: 'spring-boot',
  title: 'Spring Boot',
  layer: 'app',
  builtOn: ['spring-mvc'],
  signs: [
    body('high', /^Invalid CORS request$/),
    body('high', /^\{"timestamp":"?[\d:T.+Z-]+"?,"status":\d{3},"error":"[^"]*"/),
    where(sized('medium', { statuses: [403], lengths: ['20'], type: /^/ }), variesByThree),
    where(header('high', 'Vary', /^Access-Control-Request-Headers$/), isActual),
    where(
      header('medium', 'Allow', /^GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH$/),
      ({ preflight }) => preflight,
    ),
    together(
      'medium',
      header('low', 'Cache-Control', /^no-cache, no-store, max-age=0, must-revalidate$/),
      header('low', 'Expires', /^0$/),
      header('low', 'X-Content-Type-Options', /^nosniff$/),
    ),
  ],
})
