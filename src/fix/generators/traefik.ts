import { code, text } from '../../text/text.ts'
import { CORS_RESPONSE_HEADERS } from '../policy/cors-response-headers.ts'
import { patternSource, splitOrigins } from '../policy/origin-pattern.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'
import { yamlBelow, yamlList } from './yaml-lines.ts'

/**
 * Traefik's headers middleware, in the dynamic configuration. It only replaces the app's headers for origins that it
 * allows. `customResponseHeaders` are applied before, and an empty value removes a header.
 */
export default defineGenerator({
  id: 'traefik',
  title: 'Traefik',
  language: 'yaml',
  docs: 'https://doc.traefik.io/traefik/middlewares/http/headers/#cors-headers',
  syntax: yaml,
  kind: 'web server',
  find: grepFor('accesscontrol|access-control-', '/etc/traefik'),
  proof: parsedBy('yaml 2.9.1 and ajv 8.20.0 with the fields of its source'),
  matchesPatterns: true,
  write: ({ origins, methods, headers, exposed, credentials, maxAge }, { api }) => ({
    code: [
      'http:',
      '  middlewares:',
      `    ${nameOf(api)}:`,
      '      headers:',
      ...yamlBelow(4, [
        ...yamlList('accessControlAllowOriginList', origins === '*' ? ['*'] : splitOrigins(origins).exact),
        ...yamlList(
          'accessControlAllowOriginListRegex',
          splitOrigins(origins).patterns.map((one) => `^${patternSource(one)}$`),
        ),
        ...yamlList('accessControlAllowMethods', methods),
        ...yamlList('accessControlAllowHeaders', headers),
        ...yamlList('accessControlExposeHeaders', exposed),
        ...(credentials ? ['accessControlAllowCredentials: true'] : []),
        ...(maxAge === null ? [] : [`accessControlMaxAge: ${maxAge}`]),
        ...(origins === '*' ? [] : ['addVaryHeader: true']),
        "# Remove the app's own headers, before the headers above are set.",
        'customResponseHeaders:',
        ...CORS_RESPONSE_HEADERS.map((name) => `  ${name}: ''`),
      ]),
      '',
    ].join('\n'),
    where: text`Into a file of the dynamic configuration; then ${code(`${nameOf(api)}@file`)} as the first of the router's ${code('middlewares')}, before ${code('basicAuth')} and ${code('forwardAuth')}. In Kubernetes: below ${code('spec.headers')} of a ${code('Middleware')}.`,
    removeFirst: [
      text`Other ${code('headers')} middlewares with ${code('accessControl*')} or ${code('Access-Control-*')}, and unanchored ${code('accessControlAllowOriginListRegex')}.`,
    ],
    notes: [
      text`The empty ${code('customResponseHeaders')} stay: without them an app's ${code('*')} reaches other origins.`,
      text`A ${code('redirectScheme')} of the entry point redirects http preflights: call the https address.`,
    ],
  }),
})

/** Returns the middleware's name: it has to be unique across files. */
const nameOf = (api: string): string => `cors-${api.replaceAll('_', '-')}`
