import { defineFingerprint } from './fingerprint.ts'
import { body, header, type Sign, sized, together } from './sign.ts'

const onExpress = (length: string, status: number): readonly Sign[] => [
  together(
    'medium',
    header('high', 'X-Powered-By', /^Express$/),
    sized('low', { statuses: [status], lengths: [length], type: /^application\/json/ }),
  ),
]

/** Nest sends errors as JSON with its keys in a specific order. Without a body, the length shows it. */
export default defineFingerprint({
  id: 'nestjs',
  title: 'NestJS',
  layer: 'app',
  builtOn: ['express', 'fastify', 'node-http'],
  signs: [
    body('high', /^\{"message":"Cannot [A-Z]+ [^"]*","error":"Not Found","statusCode":404\}/),
    body('high', /^\{"statusCode":500,"message":"Internal server error"\}/),
    body('high', /^\{"message":"Unauthorized","statusCode":401\}/),
    ...onExpress('52', 500),
    ...onExpress('43', 401),
  ],
})
