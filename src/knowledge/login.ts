/** Patterns in the URLs of logins, each with the product that uses it. */
interface Sign {
  readonly sign: RegExp
  readonly source: string
}

/** The first label of hosts that are only for logging in. */
export const LOGIN_LABELS: readonly Sign[] = [
  {
    sign: /^login$/,
    source: 'https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud',
  },
  { sign: /^accounts?$/, source: 'https://accounts.google.com/.well-known/openid-configuration' },
  {
    sign: /^auth$/,
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
  },
  {
    sign: /^sso$/,
    source:
      'https://docs.github.com/enterprise-cloud@latest/authentication/authenticating-with-single-sign-on',
  },
  { sign: /^idp$/, source: 'https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf' },
  {
    sign: /^signin$/,
    source: 'https://docs.aws.amazon.com/signin/latest/userguide/sign-in-urls-defined.html',
  },
  { sign: /^id$/, source: 'https://developers.login.gov/oidc/getting-started/' },
]

/** The hosts of identity providers, including their customers' subdomains. */
export const LOGIN_HOSTS: readonly Sign[] = [
  { sign: /(^|\.)auth0\.com$/, source: 'https://auth0.com/docs/get-started/auth0-overview/create-tenants' },
  {
    sign: /(^|\.)okta(preview)?\.com$/,
    source: 'https://developer.okta.com/docs/concepts/okta-organizations/',
  },
  {
    sign: /(^|\.)(microsoftonline\.com|login\.windows\.net|b2clogin\.com)$/,
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
  },
  {
    sign: /(^|\.)amazoncognito\.com$/,
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  },
]

/** One or two path segments of a login, possibly with a file extension. */
export const LOGIN_PATHS: readonly Sign[] = [
  { sign: segments('log-?in'), source: 'https://docs.djangoproject.com/en/stable/ref/settings/#login-url' },
  { sign: segments('sign-?in'), source: 'https://next-auth.js.org/getting-started/rest-api' },
  { sign: segments('sso'), source: 'https://developers.google.com/identity/saml2' },
  {
    sign: segments('saml2?'),
    source: 'https://docs.spring.io/spring-security/reference/servlet/saml2/login/overview.html',
  },
  { sign: segments('oauth2?/authori[sz]e'), source: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.1' },
  {
    sign: segments('authorize'),
    source: 'https://auth0.com/docs/api/authentication/authorization-code-flow/authorize-application',
  },
  { sign: segments('openid-connect/auth'), source: 'https://www.keycloak.org/securing-apps/oidc-layers' },
  {
    sign: segments('login-actions/authenticate'),
    source:
      'https://www.keycloak.org/docs/latest/server_admin/#con-user-sessions_server_administration_guide',
  },
  {
    sign: segments('users?/sign_in|sign_in'),
    source: 'https://github.com/heartcombo/devise#configuring-routes',
  },
  {
    sign: segments('oauth2/(start|sign_in|authorization)'),
    source: 'https://oauth2-proxy.github.io/oauth2-proxy/features/endpoints',
  },
  { sign: segments('wp-login'), source: 'https://developer.wordpress.org/reference/functions/wp_login_url/' },
  {
    sign: segments('outpost\\.goauthentik\\.io/start|if/flow'),
    source: 'https://docs.goauthentik.io/docs/add-secure-apps/providers/proxy/',
  },
  {
    sign: segments('adfs/ls|adfs/oauth2/authorize'),
    source:
      'https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios',
  },
  {
    sign: segments('pf-signin|auth/postback/tunnel'),
    source: 'https://docs.github.com/codespaces/developing-in-a-codespace/forwarding-ports-in-your-codespace',
  },
  {
    sign: segments('cdn-cgi/access'),
    source: 'https://developers.cloudflare.com/cloudflare-one/access-controls/',
  },
  {
    sign: segments('\\.auth/login'),
    source: 'https://learn.microsoft.com/azure/app-service/overview-authentication-authorization',
  },
  { sign: segments('sso-api'), source: 'https://vercel.com/docs/deployment-protection' },
  {
    sign: segments('\\.pomerium/sign_in'),
    source: 'https://www.pomerium.com/docs/reference/routes/cors-preflight',
  },
  {
    sign: segments('securityrealm/commencelogin'),
    source: 'https://www.jenkins.io/doc/book/security/managing-security/',
  },
  {
    sign: segments('servicelogin'),
    source: 'https://developers.google.com/identity/openid-connect/openid-connect',
  },
  {
    sign: segments('idp/profile/saml2?/redirect/sso'),
    source: 'https://shibboleth.atlassian.net/wiki/spaces/IDP5/overview',
  },
]

/** Query parameters that only logins have: where to go afterwards, or a request for an identity. */
const LOGIN_QUERY =
  /^(rd|redirect_to|returnurl|next|from|continue|service|relaystate|samlrequest|rm|fromuri)$/i
const LOGIN_WORD = /\b(log-?in|sign[-_]?in|auth|authenticate|authorize|sso)\b/i

/** Reports whether a URL is that of a login, by its host or path: a page for people, not for script. */
export function isLogin(url: URL): boolean {
  const { hostname, pathname } = url
  const labels = hostname.split('.')
  const [first = ''] = labels.length > 1 ? labels : []
  return (
    LOGIN_LABELS.some(({ sign }) => sign.test(first)) ||
    LOGIN_HOSTS.some(({ sign }) => sign.test(hostname)) ||
    LOGIN_PATHS.some(({ sign }) => sign.test(pathname)) ||
    // Authelia and others: the host's root page, recognized by the parameter for where to go afterwards.
    (LOGIN_WORD.test(`${first}${pathname}`) &&
      [...url.searchParams.keys()].some((name) => LOGIN_QUERY.test(name)))
  )
}

function segments(path: string): RegExp {
  return new RegExp(`/(${path})(/|\\.\\w+$|$)`, 'i')
}
