import { defineFingerprint } from './fingerprint.ts'
import { header, host } from './sign.ts'

/**
 * S3 names itself.
 */
export default defineFingerprint({
  id: 'aws-s3',
  title: 'S3',
  layer: 'app',
  signs: [header('high', 'Server', /^AmazonS3$/), host('high', /(^|\.)s3([.-][a-z0-9-]+)?\.amazonaws\.com$/)],
})
