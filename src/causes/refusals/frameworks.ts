import { pathOf } from '../../evidence/address.ts'
import { get } from '../../fetch/header-list.ts'
import type { HarEntry } from '../../har/har-entry.ts'
import { hasCome } from '../../reading/api-response.ts'
import { varyNames } from '../../reading/blocked-by.ts'
import type { Reader, Siblings } from '../../reading/siblings.ts'
import { code, text } from '../../text/text.ts'
import { refusal } from './refusal.ts'

/** The `Vary` of every response of Spring and actix-cors. */
const TRIPLE = ['origin', 'access-control-request-method', 'access-control-request-headers']
const variesByTriple = (entry: HarEntry): boolean => {
  const names = varyNames(entry)
  return TRIPLE.every((name) => names.includes(name))
}

/**
 * Spring can't send `*` for requests with credentials, and fails instead.
 *
 * Example: `allowedOrigins("*")` with `allowCredentials(true)`: 500 to the preflight and to the request.
 */
export const springStarCredentials = refusal({
  id: 'spring-star-with-credentials',
  source:
    'https://github.com/spring-projects/spring-framework/blob/main/spring-web/src/main/java/org/springframework/web/cors/CorsConfiguration.java',
  signs: [
    { certainty: 'high', statuses: [500], body: /allowCredentials is true, allowedOrigins cannot contain/ },
    { certainty: 'high', statuses: [500], phase: 'preflight', also: variesByTriple },
    {
      certainty: 'medium',
      statuses: [500],
      phase: 'actual',
      also: (entry) => variesByTriple(entry) && get(entry.response.headers, 'Content-Type') !== null,
    },
  ],
  summary: ({ isPreflight }) =>
    text`Spring failed (500) while it applied its CORS configuration${isPreflight ? ' to the preflight' : ''}.`,
  detail: ({ origin }) =>
    text`Spring throws an exception where ${code('allowedOrigins')} contains ${code('*')} and ${code('allowCredentials')} is ${code('true')}: browsers don't accept that combination. Replace ${code('*')} with the origins themselves, such as ${origin} (or use ${code('allowedOriginPatterns')}), or turn ${code('allowCredentials')} off. The server's log has the exception.`,
})

/**
 * actix-cors refuses a request that its configuration doesn't allow, instead of omitting the headers.
 *
 * Example: 400 "Origin is not allowed to make this request".
 */
export const actixCorsRefused = refusal({
  id: 'actix-cors-refused',
  source: 'https://github.com/actix/actix-extras/blob/master/actix-cors/src/error.rs',
  signs: [
    {
      certainty: 'high',
      statuses: [400],
      body: /^(Origin is not allowed to make this request|Requested method is not allowed|One or more request headers are not allowed|The request header)/,
    },
    // Starlette refuses with 400 too, and varies by the origin alone.
    { certainty: 'high', statuses: [400], also: variesByTriple },
  ],
  summary: ({ entry, origin, method }) => {
    const said = entry.response.errorBody ?? ''
    if (/^Requested method/.test(said)) return text`actix-cors refused the method ${method} (400).`
    if (/request header/.test(said)) return text`actix-cors refused a request header (400).`
    if (said !== '' || entry.response.contentSize === SIZE_OF_ORIGIN)
      return text`actix-cors refused the origin ${origin} (400).`
    return text`actix-cors refused the request from ${origin} (400).`
  },
  detail: ({ entry, origin, method }) =>
    text`It responds with 400 to whatever its configuration doesn't list. Add ${origin} with ${code('.allowed_origin(…)')}, ${method} with ${code('.allowed_methods(…)')}${
      get(entry.request.headers, 'Access-Control-Request-Headers') === null
        ? text``
        : text`, and ${code(get(entry.request.headers, 'Access-Control-Request-Headers') ?? '')} with ${code('.allowed_headers(…)')}`
    }. For an origin that stays off the list, ${code('.block_on_origin_mismatch(false)')} leaves the headers out instead.`,
})

const SIZE_OF_ORIGIN = 42

/**
 * The callback that checks origins returns an error, which becomes a 500 for every request.
 *
 * Example: `origin: (origin, callback) => callback(new Error('Not allowed by CORS'))` in Express.
 */
export const corsCallbackError = refusal({
  id: 'cors-callback-error',
  source: 'https://github.com/expressjs/cors#configuring-cors-w-dynamic-origin',
  yieldsTo: ['spring-star-with-credentials', 's3-rule'],
  signs: [
    {
      certainty: 'high',
      statuses: (status) => status >= 400,
      body: /not allowed by cors|cors.{0,20}not allowed|origin.{0,30}not allowed|blocked by cors/i,
    },
    // In Express, only the middleware handles OPTIONS, so a failure there comes from its callback.
    { certainty: 'high', statuses: [500], phase: 'preflight', headers: { 'X-Powered-By': /^Express$/i } },
    {
      certainty: 'high',
      statuses: [500],
      phase: 'preflight',
      headers: { 'Content-Security-Policy': /^default-src 'none'$/, 'X-Content-Type-Options': /^nosniff$/ },
    },
    // The list of origins applies to every path, unlike a bug in one route.
    {
      certainty: 'medium',
      statuses: [500],
      phase: 'actual',
      headers: { 'X-Powered-By': /^Express$/i },
      also: (entry, _, siblings) => failsAlikeEverywhere(entry, siblings),
    },
  ],
  summary: ({ status, origin, certainty }) =>
    certainty === 'high'
      ? text`The server's own CORS check failed (${status}) for ${origin} instead of leaving the headers out.`
      : text`Every path fails with the same ${status}: most likely the server's own CORS check fails for ${origin}.`,
  detail: ({ origin }) =>
    text`The callback that checks origins passes on an error for an origin that isn't on its list (in Express: ${code("callback(new Error('Not allowed by CORS'))")}), and the error handler responds without CORS headers. Add ${origin} to that list, exactly as written here. Refuse others with ${code('callback(null, false)')}, so that they get a normal response without the headers.`,
})

/** Reports whether every recorded response of the API is the same 500, on several paths. */
function failsAlikeEverywhere(entry: HarEntry, siblings: Siblings): boolean {
  const own = failureOf(entry)
  const answers = siblings.read(failureReader)
  const paths = new Set([pathOf(entry.request.url), ...answers.map(({ path }) => path)])
  return answers.every((one) => failureOf(one.entry) === own) && paths.size > 1
}

const failureReader: Reader = {
  shelf: (answer) => (hasCome(answer) ? '' : null),
  by: ({ entry }) => failureOf(entry),
  of: ({ path }) => path,
}

/** What distinguishes the responses of several paths. */
const failureOf = ({ response: { status, headers } }: HarEntry): string =>
  [status, get(headers, 'Content-Length'), get(headers, 'Access-Control-Allow-Origin') !== null].join(' ')

/**
 * Quarkus and Vert.x refuse an origin or a method with 403.
 *
 * Example: `403 CORS Rejected - Invalid origin`.
 */
export const quarkusCorsRejected = refusal({
  id: 'quarkus-cors-rejected',
  source:
    'https://github.com/quarkusio/quarkus/blob/main/extensions/vertx-http/runtime/src/main/java/io/quarkus/vertx/http/runtime/cors/CORSFilter.java',
  signs: [
    {
      certainty: 'high',
      statuses: [403],
      also: ({ response }) => /^CORS Rejected/i.test(response.statusText),
    },
  ],
  summary: ({ origin, entry }) =>
    text`Quarkus refused the request from ${origin}: ${code(`${entry.response.status} ${entry.response.statusText}`)}.`,
  detail: ({ origin, method }) =>
    text`Its CORS filter responds with 403 to whatever isn't configured. Set ${code('quarkus.http.cors.enabled=true')} (older: ${code('quarkus.http.cors=true')}) and ${code('quarkus.http.cors.origins')} to a list with ${origin}; check that ${code('quarkus.http.cors.methods')} has ${method} if it's set. Over HTTP/2 the reason isn't transmitted, only the 403.`,
})
