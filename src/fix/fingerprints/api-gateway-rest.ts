import { defineFingerprint } from './fingerprint.ts'
import { header, host } from './sign.ts'

/**
 * Amazon's REST APIs; an edge-optimized one is behind a CloudFront distribution that isn't the user's.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export default defineFingerprint({
  id: 'api-gateway-rest',
  title: 'A REST API of API Gateway',
  layer: 'proxy',
  builtOn: ['cloudfront'],
  signs: [header('high', 'X-Amz-Apigw-Id'), host('low', /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/)],
})
