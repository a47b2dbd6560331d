/** The response headers of the CORS protocol: what a proxy drops of an app's answer before it sets its own. */
export const FROM_UPSTREAM = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
] as const
