import { code, type Text, text } from '../../text/text.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { MAX_AGE_OF_BROWSERS } from './max-age-of-browsers.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'

/** A method that needs no permission, written if the policy has no method, because the controller's default has six. */
const SIMPLE_METHODS = ['GET', 'HEAD', 'POST']

/**
 * A safelisted header, which grants nothing, written if the policy has no header, because the controller's default has
 * nine.
 */
const SAFELISTED = ['Accept']

/**
 * The Nginx ingress of Kubernetes, by annotations. If a value doesn't match the controller's pattern, it silently uses
 * its default instead, which is `*` for the origins.
 */
export default defineGenerator({
  id: 'ingress-nginx',
  title: 'ingress-nginx of Kubernetes',
  language: 'yaml',
  docs: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors',
  syntax: yaml,
  kind: 'web server',
  find: "kubectl get ingress -A -o yaml | grep -niE 'cors|access-control-'",
  proof: parsedBy('yaml 2.9.1'),
  write(policy) {
    const why = unknownToController(policy)
    if (why !== null) return { type: 'unsupported', why }
    const { origins, methods, headers, exposed, credentials, maxAge } = policy
    const annotation = (name: string, value: string): string =>
      `    nginx.ingress.kubernetes.io/${name}: ${yaml.literal(value)}`
    return {
      code: [
        'metadata:',
        '  annotations:',
        annotation('enable-cors', 'true'),
        annotation('cors-allow-origin', origins === '*' ? '*' : origins.join(', ')),
        annotation('cors-allow-methods', (methods.length === 0 ? SIMPLE_METHODS : methods).join(', ')),
        annotation('cors-allow-headers', (headers.length === 0 ? SAFELISTED : headers).join(', ')),
        ...(exposed.length === 0 ? [] : [annotation('cors-expose-headers', exposed.join(', '))]),
        annotation('cors-allow-credentials', String(credentials)),
        annotation('cors-max-age', String(maxAge ?? MAX_AGE_OF_BROWSERS)),
        '',
      ].join('\n'),
      where: text`Into the API's ${code('Ingress')}; then ${code('kubectl apply')}.`,
      removeFirst: [
        text`${code('Access-Control-*')} in ${code('configuration-snippet')} and ${code('server-snippet')}.`,
        text`CORS in the app behind: other origins would still get its headers.`,
      ],
      notes: [
        text`Keep every line: the defaults allow every origin with credentials.`,
        ...(origins === '*'
          ? []
          : [text`There is no ${code('Vary: Origin')}: behind a cache, let the app send it.`]),
        text`Retired in March 2026; the Gateway API has a CORS filter.`,
      ],
      toForeign: REFUSED,
    }
  },
})

/** Returns a value that the controller would replace with its default, or null if it accepts all of them. */
function unknownToController({ origins, methods, headers, exposed }: CorsPolicy): Text | null {
  const origin = (origins === '*' ? [] : origins).find(
    (one) => !/^https?:\/\/[a-z0-9.-]+(?::\d+)?$/.test(one),
  )
  if (origin !== undefined)
    return text`The controller takes host names of letters, digits, hyphens and dots alone, and would not allow ${code(origin)}.`
  const method = methods.find((name) => !/^[A-Za-z]+$/.test(name))
  if (method !== undefined)
    return text`The controller takes method names of letters alone; with ${code(method)} it would use its default list.`
  const header = [...headers, ...exposed].find((name) => !/^[\w-]+$/.test(name))
  if (header !== undefined)
    return text`The controller takes header names of letters, digits, hyphens and underscores alone; with ${code(header)} it would use its default list.`
  return null
}
