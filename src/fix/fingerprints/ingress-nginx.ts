import { defineFingerprint } from './fingerprint.ts'
import { body, header, sized, together } from './sign.ts'

/**
 * The default values of `enable-cors: "true"`, and the default backend.
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors
 */
export default defineFingerprint({
  id: 'ingress-nginx',
  title: 'The Nginx ingress of Kubernetes',
  layer: 'proxy',
  builtOn: ['nginx'],
  signs: [
    together(
      'high',
      header('high', 'Access-Control-Allow-Methods', /^GET, PUT, POST, DELETE, PATCH, OPTIONS$/),
      header('high', 'Access-Control-Max-Age', /^1728000$/),
    ),
    body('high', /^default backend - 404/),
    sized('medium', { statuses: [404], lengths: ['21'], type: /^text\/plain/ }),
  ],
})
