import { expect, it } from 'vitest'
import { isLogin } from '../../src/knowledge/login.ts'

it.each([
  'https://login.example.com/',
  'https://account.example.com/',
  'https://accounts.example.com/',
  'https://auth.example.com/',
  'https://sso.example.com/',
  'https://idp.example.com/',
  'https://signin.example.com/',
  'https://id.example.com/',
  'https://acme.eu.auth0.com/',
  'https://acme.okta.com/app',
  'https://login.microsoftonline.com/common',
  'https://acme.auth.eu-west-1.amazoncognito.com/',
  'https://app.example/login',
  'https://app.example/log-in/',
  'https://app.example/LOGIN.aspx',
  'https://app.example/users/sign-in',
  'https://app.example/api/auth/signin',
  'https://app.example/sso/start',
  'https://app.example/saml2/authenticate',
  'https://app.example/oauth/authorise',
  'https://app.example/oauth2/authorize',
  'https://app.example/realms/acme/protocol/openid-connect/auth',
])('%s is a login', (url) => expect(isLogin(new URL(url))).toBe(true))

it.each([
  'https://api.example.com/items',
  'https://authors.example.com/',
  'https://notokta.com/',
  'https://okta.com.example/',
  'https://app.example/blogin',
  'https://app.example/login-history',
  'https://app.example/oauth2/token',
  'http://login/',
])('%s is not', (url) => expect(isLogin(new URL(url))).toBe(false))
