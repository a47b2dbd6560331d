import { defineFingerprint } from './fingerprint.ts'
import { header, host } from './sign.ts'

/**
 * HTTP APIs of Amazon number their answers in a header of their own.
 */
export default defineFingerprint({
  id: 'api-gateway-http',
  title: 'An HTTP API of API Gateway',
  layer: 'proxy',
  signs: [header('high', 'Apigw-Requestid'), host('low', /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/)],
})
