import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/**
 * Envoy, Istio's among them, names itself and says how long the application took.
 */
export default defineFingerprint({
  id: 'envoy',
  title: 'Envoy',
  layer: 'proxy',
  signs: [
    header('high', 'Server', /^(istio-)?envoy$/),
    header('high', 'X-Envoy-Upstream-Service-Time', /^\d+$/),
  ],
})
