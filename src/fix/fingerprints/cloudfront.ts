import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/** CloudFront names itself in `Via` and sends a request id. */
export default defineFingerprint({
  id: 'cloudfront',
  title: 'CloudFront',
  layer: 'edge',
  signs: [header('high', 'Via', /\(CloudFront\)$/), header('high', 'X-Amz-Cf-Id')],
})
