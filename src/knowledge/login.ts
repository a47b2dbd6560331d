/** What the URLs of logins have in common, each with who writes them so. */
interface Sign {
  readonly sign: RegExp
  readonly source: string
}

/** The first label of hosts that do nothing but log people in. */
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

/** The hosts of identity providers, their customers' own included. */
export const LOGIN_HOSTS: readonly Sign[] = [
  { sign: /(^|\.)auth0\.com$/, source: 'https://auth0.com/docs/get-started/auth0-overview/create-tenants' },
  { sign: /(^|\.)okta\.com$/, source: 'https://developer.okta.com/docs/concepts/okta-organizations/' },
  {
    sign: /(^|\.)microsoftonline\.com$/,
    source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
  },
  {
    sign: /(^|\.)amazoncognito\.com$/,
    source:
      'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html',
  },
]

/** The segments of a login's path, one or two, which stand whole or with a file's ending. */
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
]

/** Returns whether a URL is that of a login, by its host or path: a page for people, not for script. */
export function isLogin({ hostname, pathname }: URL): boolean {
  const labels = hostname.split('.')
  const [first = ''] = labels.length > 1 ? labels : []
  return (
    LOGIN_LABELS.some(({ sign }) => sign.test(first)) ||
    LOGIN_HOSTS.some(({ sign }) => sign.test(hostname)) ||
    LOGIN_PATHS.some(({ sign }) => sign.test(pathname))
  )
}

function segments(path: string): RegExp {
  return new RegExp(`/(${path})(/|\\.\\w+$|$)`, 'i')
}
