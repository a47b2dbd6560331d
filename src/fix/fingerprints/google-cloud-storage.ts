import { defineFingerprint } from './fingerprint.ts'
import { header, host } from './sign.ts'

/** Google Cloud Storage, also as part of Firebase, sends a request id. */
export default defineFingerprint({
  id: 'google-cloud-storage',
  title: 'Google Cloud Storage',
  layer: 'app',
  signs: [
    header('high', 'X-GUploader-UploadID'),
    header('high', 'Server', /^UploadServer$/),
    host('high', /(^|\.)(storage|firebasestorage)\.googleapis\.com$/),
  ],
})
