/** Origins that look like those that the policies of these tests allow, and are not. */
export const LOOK_ALIKES = [
  ...['https://app.example.com.evil.example', 'https://evilapp.example.com', 'https://appxexample.com'],
  ...['https://xapp.example.com', 'http://app.example.com', 'https://app.example.com:444'],
  ...['https://app.example.co', 'http://localhost:51730', 'http://localhost', 'https://localhost:5173'],
  'https://foreign.invalid',
] as const

/** A request that does not succeed, and the status of its answer. */
export type Failing = readonly [method: string, path: string, status: number]

/** Answers that are no success: all of them must carry the headers, or the page cannot read what went wrong. */
export const ERRORS: readonly Failing[] = [
  ['GET', '/private', 401],
  ['GET', '/gone', 404],
  ['POST', '/only-get', 405],
  ['GET', '/boom', 500],
  ['GET', '/bad', 502],
]

/** The same from a proxy that says 503 where nobody answers behind it. */
export const ERRORS_OF_503: readonly Failing[] = ERRORS.map(([method, path, status]) => [
  method,
  path,
  status === 502 ? 503 : status,
])

/** Everything that the apps of these tests answer. */
export const PLACES = [['GET', '/items'] as const, ...ERRORS.map(([method, path]) => [method, path] as const)]
