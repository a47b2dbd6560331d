import { type Answer, type EngineCase, hopUrl, type NameValue } from '../engine-case.ts'
import { headerOf, type LabRequest, type LabResponse } from './http-connection.ts'

/** Bodies that let the element which asked succeed, so that an element's error means what the test thinks it means. */
const bodies = {
  fetch: ['text/plain', 'lab'],
  xhr: ['text/plain', 'lab'],
  script: ['text/javascript', '0'],
  link: ['text/css', 'x{}'],
  img: ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
} as const

/** Returns what the case's server answers to a request for one of its hops; null: it closes the connection. */
export function answerCase(engineCase: EngineCase, hop: number, request: LabRequest): LabResponse | null {
  const behavior = engineCase.hops[hop]
  if (!behavior) return { status: 404, headers: [], body: '' }
  // A script cannot set Access-Control-Request-Method: an OPTIONS with it is a preflight, one without is the request.
  const isPreflight =
    request.method === 'OPTIONS' && headerOf(request, 'access-control-request-method') !== ''
  const answer: Answer = isPreflight ? behavior.preflight : behavior.actual
  if (answer.drop) return null
  const [type, body] = bodies[engineCase.request.api]
  const next = hopUrl(engineCase, hop + 1)
  const headers = answer.headers.map(([name, value]): NameValue => [name, fillIn(value, request, next)])
  const ofBody: NameValue[] = isPreflight ? [] : [['Content-Type', type]]
  return { status: answer.status, headers: [...headers, ...ofBody], body: isPreflight ? '' : body }
}

function fillIn(value: string, request: LabRequest, next: string): string {
  const values: Record<string, string> = {
    $origin: headerOf(request, 'origin'),
    $acrm: headerOf(request, 'access-control-request-method'),
    $acrh: headerOf(request, 'access-control-request-headers'),
    '$next-with-userinfo': next.replace('://', '://user:secret@'),
    $next: next,
  }
  return value.replace(/\$(?:origin|acrm|acrh|next-with-userinfo|next)/g, (name) => values[name] ?? name)
}
