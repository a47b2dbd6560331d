import { defineFingerprint } from './fingerprint.ts'
import { header } from './sign.ts'

/** Envoy (also as part of Istio) names itself and sends how long the application took. */
export default defineFingerprint({
  id: 'envoy',
  title: 'Envoy',
  layer: 'proxy',
  signs: [
    header('high', 'Server', /^(istio-)?envoy$/),
    header('high', 'X-Envoy-Upstream-Service-Time', /^\d+$/),
  ],
})
