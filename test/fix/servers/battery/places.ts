/** Origins that look like those that the policies of these tests allow, and are not. */
export const LOOK_ALIKES = [
  ...['https://app.example.com.evil.example', 'https://evilapp.example.com', 'https://appxexample.com'],
  ...['https://xapp.example.com', 'http://app.example.com', 'https://app.example.com:444'],
  ...['https://app.example.co', 'http://localhost:51730', 'http://localhost', 'https://localhost:5173'],
  'https://foreign.invalid',
] as const

/** Answers that are no success: all of them must carry the headers, or the page cannot read what went wrong. */
export const ERRORS = [
  ['GET', '/private', 401],
  ['GET', '/gone', 404],
  ['POST', '/only-get', 405],
  ['GET', '/boom', 500],
  ['GET', '/bad', 502],
] as const

/** Everything that the apps of these tests answer. */
export const PLACES = [['GET', '/items'] as const, ...ERRORS.map(([method, path]) => [method, path] as const)]
