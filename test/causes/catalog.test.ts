import { describe, expect, test } from 'vitest'
import { causes } from '../../src/causes/registry.ts'
import { cautions } from '../../src/cautions/index.ts'
import { allRules } from '../../src/rules/index.ts'

/** What goes wrong with CORS in practice, and the causes, rules or cautions that say so. */
const CATALOG: readonly (readonly [string, ...string[]])[] = [
  // Before the CORS layer is reached.
  ['authentication runs before CORS and refuses the preflight', 'auth-before-cors'],
  ['a login at the edge refuses OPTIONS', 'edge-auth'],
  ['no route takes OPTIONS', 'options-not-routed'],
  ['the framework answers OPTIONS itself, without CORS', 'framework-answers-options'],
  ['a method of a route has the middleware, OPTIONS has not', 'framework-answers-options'],
  ['nothing speaks of CORS at all', 'cors-not-set-up'],
  ['the host name is not on the framework’s list', 'host-not-allowed'],
  ['the tunnel shows its own page', 'tunnel-interstitial'],
  ['the firewall challenges', 'waf-challenge'],
  ['the API gateway has no such method, or its authorizer refuses', 'api-gateway-error'],
  // Redirects.
  ['http to https', 'https-redirect'],
  ['a slash at the end', 'trailing-slash-redirect'],
  ['www or another name', 'www-redirect'],
  ['to the login', 'login-redirect'],
  ['from one foreign origin to another', 'origin-tainted', 'allow-origin-null-after-redirect'],
  ['of a preflight', 'preflight-redirected'],
  // Errors and their headers.
  ['the outer handler of errors has no headers', 'error-response-without-headers'],
  ['nginx without "always"', 'nginx-without-always'],
  ['Apache without "always"', 'apache-without-always'],
  ['the proxy has no application to ask (502, 503, 504), or takes no such body (413)', 'proxy-error'],
  ['too many requests', 'rate-limit'],
  ['the callback that decides about origins throws', 'origin-callback-throws'],
  ['the server crashes and closes the connection', 'connection-lost'],
  // Headers in some places only.
  ['the preflight has them, the handler has not', 'handler-forgot-headers'],
  ['some methods have them', 'headers-for-some-methods'],
  ['some paths have them', 'middleware-on-some-paths'],
  ['a location of nginx inherits none', 'nginx-inheritance-reset'],
  ['an "if" of nginx inherits none', 'nginx-if-block'],
  ['two servers answer, one knows CORS', 'different-backends'],
  ['proxy and application both send them', 'set-twice', 'allow-origin-repeated'],
  ['two middlewares are stacked', 'set-twice'],
  // The wrong value.
  ['the origin is not on the list', 'allow-list-miss'],
  ['one origin is sent to everybody', 'fixed-origin-string', 'allow-origin-mismatch'],
  ['several origins in one header', 'allow-origin-list'],
  ['a placeholder that nothing filled', 'allow-origin-placeholder', 'allow-origin-quoted'],
  [
    'another scheme or port, or the other name of this machine',
    'allow-origin-scheme',
    'allow-origin-port',
    'allow-origin-loopback',
  ],
  ['a slash or a path after the origin', 'allow-origin-trailing-slash', 'allow-origin-path'],
  ['"null" for origins that are refused', 'allow-origin-null', 'null-origin-allowed'],
  ['"*" with credentials', 'allow-origin-wildcard-with-credentials', 'credentials-with-wildcard-header'],
  ['"*" before the login, the origin after it', 'starlette-cookieless-first-call'],
  ['no leave for credentials', 'allow-credentials-missing', 'allow-credentials-not-true'],
  ['every origin is reflected', 'reflects-any-origin'],
  // Lists of preflights.
  ['the library’s own list of methods', 'methods-left-at-default', 'method-not-allowed'],
  ['a method in lower case', 'method-case'],
  ['a tracing library adds headers', 'tracing-header', 'header-not-allowed'],
  [
    'the page sends headers of CORS itself',
    'access-control-header-sent',
    'access-control-request-header-by-mistake',
  ],
  ['a header that needs no sending', 'needless-preflight-trigger'],
  ['User-Agent, in one browser', 'user-agent-set-by-page'],
  ['"*" does not cover Authorization', 'authorization-not-listed', 'wildcard-covers-authorization'],
  ['the middleware leaves all out and does not say why', 'middleware-drops-all'],
  ['Rack::Cors says why', 'rack-cors-says-why'],
  ['Starlette says why, by length', 'starlette-refuses-preflight'],
  ['Spring refuses the request itself', 'spring-rejects-origin'],
  ['Fastify misses a header of the preflight', 'fastify-strict-preflight'],
  ['no rule of the bucket', 's3-rule'],
  // Caches.
  ['a cache between gives another page’s copy', 'cdn-cached-without-vary', 'vary-origin-missing'],
  ['a CDN keeps Origin to itself', 'cdn-withholds-origin'],
  ['an image filled the browser’s cache', 'img-cached-then-fetch', 'http-cache'],
  ['Vary is overwritten, or missing without Origin', 'vary-origin-missing'],
  ['a preflight is kept longer than the browser will', 'max-age-above-limit', 'max-age-zero'],
  // The page.
  ['mode no-cors as a way around', 'no-cors-as-a-fix'],
  ['a file, a sandboxed frame', 'page-from-disk', 'sandboxed-frame', 'request-origin-null'],
  ['the cookie is kept back', 'cookie-withheld'],
  ['a header of the response cannot be read', 'response-header-not-exposed'],
  // Not CORS.
  ['the local network', 'local-network-access'],
  ['mixed content', 'mixed-content'],
  ['an ad blocker, or tracking protection', 'blocked-by-client', 'blocked-by-tracking-protection'],
  ['name, connection, certificate', 'name-not-resolved', 'connection-refused', 'tls-failed', 'timed-out'],
  ['the page’s own policy', 'csp'],
  ['policies about embedding', 'corp', 'coep', 'orb'],
  ['a service worker', 'service-worker'],
  ['an extension changed the headers', 'headers-rewritten'],
]

const known = new Set([...causes, ...cautions, ...allRules].map(({ id }) => id))

describe('what goes wrong in practice', () => {
  test.each(CATALOG)('%s', (_, ...ids) => {
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id) => !known.has(id))).toEqual([])
  })
})
