import { code, text } from '../../text/text.ts'
import { isAt, refusal } from './refusal.ts'

const ENVOY = { Server: /^(istio-)?envoy$/i, 'Content-Type': /^text\/plain/i }
const BY_ENVOY = ['x-envoy-upstream-service-time']

/**
 * An authorization policy of the mesh refuses the preflight or the request.
 *
 * Example: 403 "RBAC: access denied" of Istio.
 */
export const istioRbac = refusal({
  id: 'istio-rbac-denied',
  source: 'https://istio.io/latest/docs/ops/common-problems/security-issues/',
  signs: [
    { certainty: 'high', statuses: [403], body: /^RBAC: access denied/ },
    { certainty: 'high', statuses: [403], headers: ENVOY, without: BY_ENVOY, lengths: [19] },
  ],
  configuration: 'comes second',
  summary: ({ isPreflight }) =>
    text`An authorization policy of Istio or Envoy refused the ${isPreflight ? 'preflight' : 'request'} (403, ${code('RBAC: access denied')}).`,
  detail: ({ isPreflight, method }) =>
    isPreflight
      ? text`A preflight carries no token, so a policy that asks for one refuses it. Allow ${code('OPTIONS')} in the ${code('AuthorizationPolicy')} without a principal (${code('to: [{operation: {methods: ["OPTIONS"]}}]')}), and set ${code('corsPolicy')} on the route in the ${code('VirtualService')}; the request itself needs its own rule as before.`
      : text`The request reached the proxy of the service, and no rule allows ${method} here for this caller. Check the ${code('AuthorizationPolicy')} and the token; with ${code('corsPolicy')} on the route the page can at least read the error.`,
})

/**
 * Envoy checks a token before it applies CORS.
 *
 * Example: 401 "Jwt is missing" to a preflight.
 */
export const envoyJwt = refusal({
  id: 'envoy-jwt-refused',
  source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/jwt_authn_filter',
  signs: [
    { certainty: 'high', statuses: [401, 403], body: /^(Jwt |Audiences in Jwt)/ },
    {
      certainty: 'high',
      statuses: [401],
      headers: { ...ENVOY, 'WWW-Authenticate': /^Bearer realm=/i },
      without: BY_ENVOY,
    },
    // "Jwt is missing"
    { certainty: 'high', statuses: [401], headers: ENVOY, without: BY_ENVOY, lengths: [14] },
  ],
  configuration: 'comes second',
  summary: ({ isPreflight, status }) =>
    text`Envoy's token check refused the ${isPreflight ? 'preflight' : 'request'} (${status}).`,
  detail: ({ isPreflight }) =>
    isPreflight
      ? text`A preflight never carries a token. Put the CORS filter before ${code('jwt_authn')}, or let ${code('OPTIONS')} pass without one (${code('bypass_cors_preflight: true')}); in Istio, set ${code('corsPolicy')} on the route and allow ${code('OPTIONS')} in the ${code('AuthorizationPolicy')}.`
      : text`The token is missing, expired or of the wrong issuer or audience: check what the page sends. To let the page read the 401, put the CORS filter before ${code('jwt_authn')}.`,
})

/**
 * Azure API Management responds with an empty 200 to a preflight from an origin that isn't in its policy.
 *
 * Example: `OPTIONS https://acme.azure-api.net/items`: 200 without any CORS header.
 */
export const apimOrigin = refusal({
  id: 'apim-origin-not-listed',
  source: 'https://learn.microsoft.com/azure/api-management/cors-policy',
  signs: [
    {
      certainty: 'high',
      phase: 'preflight',
      statuses: [200],
      also: isAt(/(^|\.)azure-api\.(net|us|cn)$/),
    },
  ],
  summary: ({ origin }) => text`No ${code('cors')} policy of Azure API Management allows ${origin}.`,
  detail: ({ origin, method }) =>
    text`API Management responds with an empty 200 if the origin, the method or a header isn't in the policy, or if there is none. Add ${code('<cors>')} to ${code('<inbound>')} of the API (not only of one operation), with ${origin} in ${code('<allowed-origins>')}, ${method} in ${code('<allowed-methods>')} and the headers in ${code('<allowed-headers>')}. Products with a subscription key in a header need the key in ${code('<allowed-headers>')} too.`,
})

/**
 * A gateway responds to preflights itself, and omits `Access-Control-Allow-Origin` for an origin that isn't on its list.
 *
 * Example: Traefik's headers middleware: 200, no body, only `Access-Control-Allow-Methods`.
 */
export const gatewayOrigin = refusal({
  id: 'gateway-origin-not-listed',
  source: 'https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/headers/',
  signs: [
    {
      certainty: 'medium',
      phase: 'preflight',
      statuses: [200],
      headers: { 'Access-Control-Allow-Methods': /./ },
      without: ['Server', 'X-Powered-By', 'Content-Type', 'Allow'],
      lengths: [0],
    },
  ],
  summary: ({ origin }) =>
    text`A gateway in front of the application probably responded to the preflight, and ${origin} isn't on its list.`,
  detail: ({ origin }) =>
    text`An empty 200 with ${code('Access-Control-Allow-Methods')} and without ${code('Access-Control-Allow-Origin')} is how Traefik (${code('accessControlAllowOriginList')}), Kong, Envoy and Quarkus respond to an unknown origin. Add ${origin} to that list. The application doesn't see these preflights, so its own CORS settings change nothing.`,
})

/**
 * oauth2-proxy shows its sign-in page to a request without a session.
 *
 * Example: 403 with the page "Sign in" to a preflight.
 */
export const oauth2Proxy = refusal({
  id: 'oauth2-proxy-sign-in',
  source: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview/',
  configuration: 'comes second',
  signs: [{ certainty: 'high', statuses: [401, 403], body: /oauth2[- ]proxy|\/oauth2\/start/i }],
  summary: ({ isPreflight, status }) =>
    text`oauth2-proxy responded with its sign-in page (${status})${isPreflight ? ' to the preflight' : ''}.`,
  detail: ({ isPreflight }) =>
    text`${
      isPreflight
        ? text`A preflight never carries cookies, so nobody is signed in: let it pass with ${code('--skip-auth-preflight=true')}.`
        : text`Nobody is signed in, or the page didn't send the cookie (${code("credentials: 'include'")}, ${code('SameSite')}).`
    } With ${code('--api-route=^/api')} calls of the API get a 401 instead of a page.`,
})
