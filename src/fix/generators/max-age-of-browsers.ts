/**
 * How many seconds browsers cache a preflight response without `Access-Control-Max-Age`. Written if a middleware would
 * otherwise send its own default. https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export const MAX_AGE_OF_BROWSERS = 5
