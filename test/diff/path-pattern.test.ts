import { expect, test } from 'vitest'
import { pathPattern } from '../../src/diff/path-pattern.ts'

test.each([
  ['https://api.test/users/42/orders?page=2#top', '/users/{id}/orders'],
  ['https://api.test/users/7f3e2a10-9b1c-4d2e-8f00-1234567890ab', '/users/{id}'],
  ['https://api.test/posts/507f1f77bcf86cd799439011/likes', '/posts/{id}/likes'],
  ['https://api.test/events/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/events/{id}'],
  ['https://api.test/days/2026-11-27/slots', '/days/{id}/slots'],
  ['https://api.test/v1/customers/cus_9s6XKzkNRiz8i3', '/v1/customers/{id}'],
  ['https://api.test/orders/order-4711', '/orders/order-{id}'],
  ['https://api.test/by-email/a%40b.test', '/by-email/{id}'],
  ['https://cdn.test/assets/index-B4x9kQ2z.js', '/assets/index-{id}.js'],
  ['https://cdn.test/assets/main.3f2a91bc.chunk.css', '/assets/main.{id}.chunk.css'],
])('%s is %s', (url, pattern) => expect(pathPattern(url)).toBe(pattern))

test.each([
  'https://api.test/',
  'https://api.test/api/v2/users/me',
  'https://api.test/oauth2/callback',
  'https://api.test/oauth2callback/login-with-google',
  'https://api.test/facade/decade/defaced',
  'https://api.test/jquery-3.7.1.min.js',
  'https://api.test/rest/api/search_results',
  'https://api.test/long-and-winding-route-name/s3-upload/http2-push',
])('%s has no id in it', (url) => expect(pathPattern(url)).toBe(new URL(url).pathname))
