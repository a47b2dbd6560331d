import type { FailedStep } from '../fetch/steps.ts'
import { code, type Text, text } from '../text/text.ts'

/** What has to be true for a step of the standard to pass. */
export const checkText: Record<FailedStep, Text> = {
  'main fetch: mode is same-origin': text`The request's mode allows another origin.`,
  'main fetch: no-cors and redirect mode is not follow': text`A "no-cors" request follows redirects.`,
  'main fetch: scheme is not HTTP(S)': text`The URL's scheme is http or https.`,
  'CORS-preflight fetch: not an ok status': text`The status is 200 to 299, without a redirect.`,
  'CORS-preflight fetch: header list values failure': text`${code('Access-Control-Allow-Methods')} and ${code('Access-Control-Allow-Headers')} are lists of names.`,
  'CORS-preflight fetch: method': text`${code('Access-Control-Allow-Methods')} lists the method.`,
  'CORS-preflight fetch: non-wildcard request-header name': text`${code('Access-Control-Allow-Headers')} lists ${code('Authorization')}, which ${code('*')} doesn't cover.`,
  'CORS-preflight fetch: unsafe request-header name': text`${code('Access-Control-Allow-Headers')} lists every requested header.`,
  'CORS check: no origin': text`The response has ${code('Access-Control-Allow-Origin')}.`,
  'CORS check: origin differs': text`Its value is the request's origin, or ${code('*')} without credentials.`,
  'CORS check: credentials': text`${code('Access-Control-Allow-Credentials')} is ${code('true')}.`,
  'HTTP fetch: redirect mode is error': text`The request allows redirects.`,
  'HTTP-redirect fetch: location is not a URL': text`${code('Location')} is a URL.`,
  'HTTP-redirect fetch: scheme is not HTTP(S)': text`The redirect leads to http or https.`,
  'HTTP-redirect fetch: too many redirects': text`There are no more than 20 redirects.`,
  'HTTP-redirect fetch: URL includes credentials': text`The redirect's URL has no user name and no password.`,
  'HTTP-redirect fetch: body cannot be sent again': text`The body can be sent a second time.`,
}
