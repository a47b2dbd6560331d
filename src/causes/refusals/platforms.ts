import { pathOf } from '../../evidence/address.ts'
import { get } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { isAt, refusal } from './refusal.ts'

const isHtml = { 'Content-Type': /^text\/html/i }

/**
 * On macOS, the AirPlay Receiver listens on the API's port.
 *
 * Example: `http://localhost:5000`, 403 of `AirTunes`.
 */
export const airplay = refusal({
  id: 'airplay-receiver',
  source: 'https://developer.apple.com/forums/thread/682332',
  configuration: 'has no part',
  signs: [{ certainty: 'high', headers: { Server: /^AirTunes\//i } }],
  summary: ({ host, status }) =>
    text`macOS's AirPlay Receiver responded at ${host} (${status}), not your API.`,
  detail: () =>
    text`It listens on ports 5000 and 7000. Run the API on another port, such as 5001, and call that one; or turn the receiver off in System Settings, General, AirDrop & Handoff. No CORS setting of the API changes this.`,
})

/**
 * IIS reserves PUT and DELETE for its WebDAV module.
 *
 * Example: 405 with `Allow: GET, HEAD, OPTIONS, TRACE`.
 */
export const iisWebdav = refusal({
  id: 'iis-webdav',
  source: 'https://learn.microsoft.com/aspnet/core/host-and-deploy/iis/',
  configuration: 'comes second',
  signs: [
    {
      certainty: 'high',
      statuses: [405],
      headers: { Allow: /\bTRACE\b/i },
      also: (entry) => !allows(entry) && isIis(entry),
    },
    { certainty: 'medium', statuses: [405], headers: { Allow: /^GET, HEAD, OPTIONS, TRACE$/i } },
  ],
  summary: ({ method }) => text`IIS refused ${method} (405): its WebDAV module takes that method.`,
  detail: ({ method }) =>
    text`Remove the module and its handler in ${code('web.config')}: ${code('<modules><remove name="WebDAVModule" /></modules>')} and ${code('<handlers><remove name="WebDAV" /></handlers>')} below ${code('<system.webServer>')}. Check also that the handler of the application accepts ${method}. CORS only matters after that.`,
})

const isIis = (entry: HarEntry): boolean =>
  /^Microsoft-IIS\//i.test(headerOf(entry, 'Server') ?? '') ||
  /^ASP\.NET$/i.test(headerOf(entry, 'X-Powered-By') ?? '') ||
  /^text\/html$/i.test(headerOf(entry, 'Content-Type') ?? '')
const allows = (entry: HarEntry): boolean =>
  (get(entry.response.headers, 'Allow') ?? '')
    .split(',')
    .map((method) => method.trim())
    .includes(get(entry.request.headers, 'Access-Control-Request-Method') ?? entry.request.method)

/**
 * Windows authentication requires credentials for the preflight.
 *
 * Example: 401 with `WWW-Authenticate: Negotiate` to OPTIONS.
 */
export const windowsAuth = refusal({
  id: 'windows-auth-on-preflight',
  source: 'https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference',
  configuration: 'comes second',
  evenWithAllowOrigin: true,
  signs: [
    {
      certainty: 'high',
      phase: 'preflight',
      statuses: [401],
      headers: { 'WWW-Authenticate': /^(Negotiate|NTLM)\b/i },
    },
  ],
  summary: ({ entry }) =>
    text`Windows authentication refused the preflight (401, ${code(`WWW-Authenticate: ${get(entry.response.headers, 'WWW-Authenticate')}`)}).`,
  detail: () =>
    text`Browsers never log in for a preflight. Install the IIS CORS module, which responds before authentication, and configure it in ${code('web.config')} (${code('<cors enabled="true">')}); or allow anonymous access to ${code('OPTIONS')}: enable anonymous authentication beside Windows authentication and require a user for the other methods in the application.`,
})

/**
 * The application on Heroku isn't running.
 *
 * Example: 503 "Application error" of the router (H10).
 */
export const herokuCrashed = refusal({
  id: 'heroku-app-error',
  source: 'https://devcenter.heroku.com/articles/error-codes',
  configuration: 'comes second',
  signs: [
    { certainty: 'high', statuses: [503, 404], body: /herokucdn\.com\/error-pages/ },
    {
      certainty: 'high',
      statuses: [503],
      headers: { ...isHtml, Server: /^(Cowboy|Heroku)$/i },
      without: ['X-Powered-By'],
    },
    {
      certainty: 'medium',
      statuses: [503],
      headers: isHtml,
      also: isAt(/\.herokuapp\.com$/),
    },
  ],
  summary: ({ status }) =>
    status === 404
      ? text`Heroku has no app at this address (404).`
      : text`Heroku's router responded for the app (503): it crashed, doesn't start, or took too long.`,
  detail: ({ status }) =>
    status === 404
      ? text`Check the app's name and domain.`
      : text`Run ${code('heroku logs --tail')}: H10 means that the app crashed or isn't started (often it doesn't listen on ${code('process.env.PORT')}), H12 that it took longer than 30 seconds, H14 that no web dyno runs. Fix that first: the router's page has no CORS headers, and nothing in the app can add them.`,
})

/**
 * The router of a platform doesn't reach the application.
 *
 * Example: 502 of Render while the service listens on another port.
 */
export const platformUnreachable = refusal({
  id: 'platform-cannot-reach-app',
  source: 'https://render.com/docs/troubleshooting-deploys',
  configuration: 'comes second',
  signs: [
    {
      certainty: 'high',
      statuses: [502, 503, 504, 404],
      headers: { 'x-render-routing': /./ },
      without: ['x-render-origin-server'],
    },
    { certainty: 'medium', statuses: [502, 503], also: isAt(/\.(onrender\.com|up\.railway\.app|fly\.dev)$/) },
    { certainty: 'high', statuses: [502, 404], headers: { 'x-railway-fallback': /^true$/i } },
    { certainty: 'high', statuses: [502, 503], headers: { 'fly-request-id': /./, Server: /^Fly\//i } },
  ],
  summary: ({ host, status }) => text`The platform couldn't reach the application at ${host} (${status}).`,
  detail: () =>
    text`The application crashed, is still starting (a free plan stops it when nobody calls), or listens on another port or only on ${code('localhost')}: let it listen on ${code('0.0.0.0')} and the port in ${code('PORT')}. The platform's log says which. Its error page has no CORS headers, whatever the application sends.`,
})

/**
 * A forwarded port of a development environment is private, so the platform requires a login.
 *
 * Example: 302 of `demo-8000.app.github.dev` to `https://github.dev/pf-signin`.
 */
export const privatePort = refusal({
  id: 'private-forwarded-port',
  source: 'https://docs.github.com/codespaces/developing-in-a-codespace/forwarding-ports-in-your-codespace',
  configuration: 'comes second',
  evenWithAllowOrigin: true,
  signs: [
    {
      certainty: 'high',
      headers: {
        Location: /^https:\/\/(github\.dev\/pf-signin|[^/]*\/(signin\?cid=|auth\/postback\/tunnel))/i,
      },
    },
    // A public port passes on the application's responses, even a 401.
    {
      certainty: 'medium',
      statuses: [401],
      without: ['X-Powered-By', 'WWW-Authenticate'],
      also: isAt(/\.(app\.github\.dev|githubpreview\.dev)$/),
    },
    { certainty: 'high', statuses: [401], lengths: [0], also: isAt(/^\d+-.*\.gitpod\.(io|dev)$/) },
    { certainty: 'medium', statuses: [302, 401], also: isAt(/\.devtunnels\.ms$/) },
  ],
  summary: ({ host, status }) =>
    text`The forwarded port at ${host} is private: the platform asks to sign in (${status}).`,
  detail: ({ entry }) =>
    /gitpod/.test(entry.request.url)
      ? text`Make the port public: ${code('gp ports visibility PORT:public')}, or ${code('visibility: public')} for it in ${code('.gitpod.yml')}. Nothing reaches the application before that, so its CORS settings have no effect.`
      : text`Make the port public: the Ports tab, right-click the port, Port Visibility, Public; or ${code('gh codespace ports visibility PORT:public')}. Nothing reaches the application before that, so its CORS settings have no effect. The setting is lost when the codespace restarts.`,
})

/**
 * The base URL ends in a slash and the path begins with one, and the server redirects to the path with a single slash.
 *
 * Example: `https://api.example//login`, 308 to `/login`.
 */
export const doubleSlash = refusal({
  id: 'double-slash-redirect',
  source: 'https://vercel.com/docs/errors/',
  configuration: 'has no part',
  evenWithAllowOrigin: true,
  signs: [
    {
      certainty: 'high',
      statuses: [301, 302, 307, 308],
      also: ({ request, response }) => {
        const target = get(response.headers, 'Location') ?? response.redirectUrl
        const [path = ''] = afterHost(request.url).split(/[?#]/)
        const [there = ''] = afterHost(target).split(/[?#]/)
        return (
          path.includes('//') &&
          there !== '' &&
          !there.includes('//') &&
          path.replace(/\/{2,}/g, '/') === there
        )
      },
    },
  ],
  summary: ({ path, status }) =>
    text`The URL has two slashes (${path}), and the server redirects it (${status}).`,
  detail: ({ isPreflight }) =>
    text`${isPreflight ? "Browsers don't follow the redirect of a preflight. " : ''}The base URL in the page's configuration ends in a slash and the path begins with one: remove one of them. Nothing on the server has to change.`,
})

const afterHost = (url: string): string => url.replace(/^https?:\/\/[^/?#]*/i, '')

/**
 * Keycloak responds to every preflight, but to the request itself only with the origins of the client.
 *
 * Example: the token endpoint, with a client whose "Web origins" are empty.
 */
export const keycloakWebOrigins = refusal({
  id: 'keycloak-web-origins',
  source: 'https://www.keycloak.org/docs/latest/server_admin/#_oidc_clients',
  signs: [
    {
      certainty: 'high',
      phase: 'actual',
      statuses: [200, 400, 401],
      also: ({ request }) =>
        /\/realms\/[^/]+\/protocol\/openid-connect\/(?:token|userinfo|revoke)$/.test(pathOf(request.url)),
    },
  ],
  summary: ({ host, origin, status }) =>
    text`Keycloak at ${host} responded (${status}) without CORS headers: the client doesn't list ${origin}.`,
  detail: ({ origin, status }) =>
    text`In the admin console, open the client's settings and add ${origin} to "Web origins" (${code('+')} takes the origins of the valid redirect URIs).${
      status === 200
        ? ''
        : text` An unknown client, a wrong secret or an expired token looks the same: the body of the ${status} says which.`
    }`,
})
