import { defineFingerprint } from './fingerprint.ts'
import { isSorted } from './hono.ts'
import { body, header, lowerCase, sized, together, where } from './sign.ts'

/** Fastify writes header names in lowercase and sends errors as JSON. Its CORS plugin allows three methods by default. */
export default defineFingerprint({
  id: 'fastify',
  title: 'Fastify',
  layer: 'app',
  builtOn: ['node-http'],
  signs: [
    body('high', /"message":"Route [A-Z]+:[^"]* not found"/),
    body('medium', /^\{"statusCode":\d{3},("code":"[^"]*",)?"error":"[^"]+","message":"/),
    together(
      'high',
      header('high', 'Access-Control-Allow-Methods', /^(GET,HEAD,POST|GET,HEAD,PUT,PATCH,POST,DELETE)$/),
      lowerCase('low', 'access-control-allow-methods', 'content-length'),
    ),
    header('medium', 'Access-Control-Allow-Methods', /^GET,HEAD,POST$/),
    where(
      sized('medium', { statuses: [400], lengths: ['25'], type: /^text\/plain/ }),
      ({ preflight }) => preflight,
    ),
    where(lowerCase('low', 'content-type', 'content-length'), (answer) => !isSorted(answer)),
  ],
})
