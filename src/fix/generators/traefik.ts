import { code, text } from '../../text/text.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'
import { yamlBelow, yamlList } from './yaml-lines.ts'

/**
 * Traefik's headers middleware, in the dynamic configuration. It replaces what an app sends only for origins that it
 * allows; `customResponseHeaders` are applied before, and an empty value drops a header.
 */
export default defineGenerator({
  id: 'traefik',
  title: 'Traefik',
  language: 'yaml',
  docs: 'https://doc.traefik.io/traefik/middlewares/http/headers/#cors-headers',
  syntax: yaml,
  kind: 'web server',
  proof: parsedBy('yaml 2.9.1 and ajv 8.20.0 with the fields of its source'),
  write: ({ origins, methods, headers, exposed, credentials, maxAge }) => ({
    code: [
      'http:',
      '  middlewares:',
      '    cors:',
      '      headers:',
      ...yamlBelow(4, [
        ...yamlList('accessControlAllowOriginList', origins === '*' ? ['*'] : origins),
        ...yamlList('accessControlAllowMethods', methods),
        ...yamlList('accessControlAllowHeaders', headers),
        ...yamlList('accessControlExposeHeaders', exposed),
        ...(credentials ? ['accessControlAllowCredentials: true'] : []),
        ...(maxAge === null ? [] : [`accessControlMaxAge: ${maxAge}`]),
        ...(origins === '*' ? [] : ['addVaryHeader: true']),
        '# What an app behind sends itself is dropped, before the headers above are set.',
        'customResponseHeaders:',
        ...CORS_RESPONSE_HEADERS.map((name) => `  ${name}: ''`),
      ]),
      '',
    ].join('\n'),
    where: text`Into a file of the dynamic configuration; then ${code('cors@file')} as the first of the ${code('middlewares')} of the router, before ${code('basicAuth')} and ${code('forwardAuth')}.`,
    removeFirst: [
      text`Other ${code('headers')} middlewares of the router with ${code('accessControl*')} or with ${code('Access-Control-*')} in ${code('customResponseHeaders')}.`,
      text`${code('accessControlAllowOriginListRegex')}: its expressions are not anchored, and match look-alikes.`,
    ],
    notes: [
      text`In Kubernetes the lines below ${code('headers')} are the same, below ${code('spec')} of a ${code('Middleware')} of ${code('traefik.io/v1alpha1')}.`,
      text`Without the empty ${code('customResponseHeaders')} an app's own ${code('*')} still reaches origins that are not listed: Traefik replaces it only for those that are.`,
      text`Traefik answers every preflight with 200 itself, those of other origins too, then without ${code('Access-Control-Allow-Origin')}; to them it sends the remaining headers, which browsers ignore.`,
      ...(maxAge === null
        ? [text`It sends ${code('Access-Control-Max-Age: 0')} where no age is given.`]
        : []),
      text`A ${code('redirectScheme')} of the entry point comes before: a page that uses the http address has its preflight redirected, which browsers refuse.`,
    ],
  }),
})
