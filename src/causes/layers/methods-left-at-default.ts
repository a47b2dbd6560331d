import { requestHeader, responseHeader } from '../../evidence/place.ts'
import { get } from '../../fetch/header-list.ts'
import { canBeAllowed } from '../../fetch/methods.ts'
import { blockedBy, headerOf } from '../../reading/blocked-by.ts'
import { code, text } from '../../text/text.ts'
import { defineRootCause } from '../root-cause.ts'

/**
 * The list of methods is a CORS library's default.
 *
 * Example: `GET,HEAD,POST` of @fastify/cors from version 10, earlier versions allowed PUT, PATCH and DELETE too.
 */
export default defineRootCause({
  id: 'methods-left-at-default',
  family: 'layers',
  recognize: (verdict) => {
    const blocked = blockedBy(verdict)
    if (blocked === null || blocked.rule !== 'method-not-allowed') return null
    const { entry } = blocked
    const methods = headerOf(entry, 'Access-Control-Allow-Methods') ?? ''
    const who = DEFAULTS.get(methods)
    const method = get(entry.request.headers, 'Access-Control-Request-Method') ?? ''
    return who === undefined || !canBeAllowed(method) ? null : { entry, methods, method, who }
  },
  confidence: 'medium',
  summary: ({ methods, who }) => text`${code(methods)} is the default of ${who}.`,
  detail: ({ method }) =>
    text`Set the methods option (${code('methods')}, ${code('allowMethods')} or ${code('allowedMethods')}) to ${code(method)} and the other methods that pages use; if it's set, check which configuration is in effect.`,
  evidence: ({ entry }) => [
    ...responseHeader(entry, 'Access-Control-Allow-Methods'),
    ...requestHeader(entry, 'Access-Control-Request-Method'),
  ],
})

/** Exactly as in the header, because order and spaces distinguish the libraries. */
const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['GET,HEAD,POST', '@fastify/cors (from version 10)'],
  ['GET,HEAD,PUT,PATCH,POST,DELETE', 'the cors package of Node'],
  ['GET,HEAD,PUT,POST,DELETE,PATCH', '@koa/cors (and Hono once did)'],
  ['GET,HEAD,PUT,POST,DELETE,PATCH,QUERY', 'Hono'],
  ['DELETE, GET, OPTIONS, PATCH, POST, PUT', 'django-cors-headers'],
  ['DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT', 'Flask-CORS'],
  ['GET, PUT, POST, DELETE, PATCH, OPTIONS', 'the Nginx ingress of Kubernetes'],
])
