/** Returns whether a URL is that of a login, by its host or path: a page for people, not for script. */
export const isLogin = ({ hostname, pathname }: URL): boolean =>
  /^(login|accounts?|auth|sso|idp|signin|id)\./.test(hostname) ||
  /(^|\.)(auth0\.com|okta\.com|microsoftonline\.com|amazoncognito\.com)$/.test(hostname) ||
  /\/(log-?in|sign-?in|sso|saml2?|oauth2?\/authori[sz]e|authorize|openid-connect\/auth)(\/|\.\w+$|$)/i.test(
    pathname,
  )
