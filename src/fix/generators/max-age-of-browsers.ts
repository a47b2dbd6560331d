/**
 * Seconds that browsers keep a preflight response without `Access-Control-Max-Age`: what to write where a middleware
 * would else send a default of its own. https://fetch.spec.whatwg.org/#http-access-control-max-age
 */
export const MAX_AGE_OF_BROWSERS = 5
