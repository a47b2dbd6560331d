/**
 * What an error status usually means for the request that got it, and what to check first; sentences with quoted parts
 * in backticks. https://www.iana.org/assignments/http-status-codes; 419:
 * https://github.com/laravel/framework/blob/master/src/Illuminate/Foundation/Exceptions/Handler.php
 */
export const errorMeanings: ReadonlyMap<number, string> = new Map([
  [
    400,
    'The server found the request malformed: compare its body, query and headers with what the API expects.',
  ],
  [
    401,
    "The request isn't authenticated: check that the page sends the token or cookie, and that it hasn't expired.",
  ],
  [402, "The account or its plan doesn't cover this request."],
  [
    403,
    "The server refused this request: check the user's permissions, a CSRF check, and rules for addresses.",
  ],
  [404, 'Nothing is at this URL: check the path, the base URL and which version is deployed.'],
  [405, "The URL doesn't accept this method: check both the method and the path."],
  [406, 'The server has nothing in a format that `Accept` allows.'],
  [408, "The request didn't arrive completely in time: check the size of the upload and the connection."],
  [409, 'The request conflicts with the current state of the resource.'],
  [410, 'The resource or this version of the API was removed.'],
  [411, 'The server needs `Content-Length`: send the body as text or a Blob, not as a stream.'],
  [412, "A condition of the request (`If-Match`, `If-None-Match`) doesn't hold."],
  [413, 'The body is larger than the server accepts: raise the limit of its body parser, or send less.'],
  [414, 'The URL is longer than the server accepts: send the data in the body.'],
  [415, "The server doesn't accept this `Content-Type`: send the one it expects."],
  [416, "The requested `Range` isn't in the file."],
  [419, 'The CSRF token is missing or has expired (a status that Laravel uses).'],
  [421, "The server isn't responsible for this host name: check virtual hosts and the TLS certificate."],
  [422, 'The server read the body and found a value invalid: its log or documentation names the field.'],
  [423, 'The resource is locked.'],
  [426, 'The server requires another protocol, such as TLS or WebSocket.'],
  [428, 'The server requires a conditional request (`If-Match`).'],
  [
    431,
    "The request's headers are too large, usually because of cookies: delete old ones, or raise the limit.",
  ],
  [451, 'The resource is blocked for legal reasons.'],
  [500, 'The application failed on this request: the exception is in its log.'],
  [501, "The server doesn't implement this method."],
  [502, "The application couldn't get a valid response from a server that it calls."],
  [503, "The application says it can't serve requests now: it's starting, overloaded or in maintenance."],
  [504, 'The application waited too long for a server that it calls.'],
  [507, 'The server has no storage left.'],
  [
    508,
    'The request went around in a loop: the server forwards it to itself, or its resources limit was reached.',
  ],
  [511, 'The network requires a login first (a captive portal).'],
])

/**
 * What an error status usually means as the response to a preflight. It has no body, no cookies and no `Authorization`,
 * so it fails wherever something checks for them. https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export const preflightErrorMeanings: ReadonlyMap<number, string> = new Map([
  [
    400,
    'Something checks OPTIONS like a real request, or the CORS layer refuses its origin, method or headers.',
  ],
  [403, 'An access rule (firewall, addresses, CSRF, permissions) or the CORS layer refuses it.'],
  [408, 'Something waits for a body, which a preflight never has.'],
  [411, 'Something requires a `Content-Length`, which a preflight never has.'],
  [413, 'A limit for bodies applies to it, although it has none.'],
  [415, 'Something requires a `Content-Type`, which a preflight never has.'],
  [419, 'The CSRF check runs before the CORS layer; a preflight carries no token.'],
  [422, 'Validation runs before the CORS layer; a preflight has no body to validate.'],
  [426, 'The server requires another protocol, such as TLS or WebSocket.'],
  [431, 'The list in `Access-Control-Request-Headers` may exceed the limit for headers.'],
  [500, 'The server failed on OPTIONS, before or inside of the CORS layer: the exception is in its log.'],
  [508, 'The preflight went around in a loop: the server forwards it to itself.'],
])
