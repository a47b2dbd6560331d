import { defineFingerprint } from './fingerprint.ts'
import { header, host } from './sign.ts'

/** Amazon's HTTP APIs send a request id in their own header. */
export default defineFingerprint({
  id: 'api-gateway-http',
  title: 'An HTTP API of API Gateway',
  layer: 'proxy',
  signs: [header('high', 'Apigw-Requestid'), host('low', /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/)],
})
