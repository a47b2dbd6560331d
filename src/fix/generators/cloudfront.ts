import { code, text } from '../../text/text.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'
import { yamlList } from './yaml-lines.ts'

/** Amazon CloudFront: a response headers policy, which is applied after the cache, depending on each request's origin. */
export default defineGenerator({
  id: 'cloudfront',
  title: 'Amazon CloudFront',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  syntax: yaml,
  kind: 'cloud',
  find: grepFor('cors|access-control-'),
  proof: parsedBy('yaml 2.9.1 and the CloudFormation specification (aws-service-spec 0.1.216)'),
  write(policy, { api }) {
    const { origins, methods, headers, exposed, credentials, maxAge } = policy
    const why = beyondCloud(policy, {
      cloud: 'CloudFront',
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      instead: text`Set the headers at the origin server and leave CORS out of the response headers policy.`,
    })
    if (why !== null) return { type: 'unsupported', why }
    const address = origins === '*' ? undefined : origins.find((origin) => origin.includes('['))
    if (address !== undefined)
      return {
        type: 'unsupported',
        why: text`CloudFront takes host names and IPv4 addresses as origins, so not ${code(address)}. Set the headers at the origin server instead.`,
      }
    return {
      code: [
        `${resourceOf(api)}:`,
        '  Type: AWS::CloudFront::ResponseHeadersPolicy',
        '  Properties:',
        '    ResponseHeadersPolicyConfig:',
        `      Name: cors-${api.replaceAll('_', '-')}`,
        '      CorsConfig:',
        ...indented(
          [
            ...items('AccessControlAllowOrigins', origins === '*' ? ['*'] : origins),
            ...items('AccessControlAllowMethods', methods.length === 0 ? ['GET'] : methods),
            // CloudFront requires at least one name; this one needs no permission.
            ...items('AccessControlAllowHeaders', headers.length === 0 ? ['accept'] : headers),
            ...(exposed.length === 0 ? [] : items('AccessControlExposeHeaders', exposed)),
            `AccessControlAllowCredentials: ${credentials}`,
            ...(maxAge === null ? [] : [`AccessControlMaxAgeSec: ${maxAge}`]),
            'OriginOverride: true',
          ],
          4,
        ),
        '',
      ].join('\n'),
      where: text`Under ${code('Resources')}; then ${code(`ResponseHeadersPolicyId: !Ref ${resourceOf(api)}`)} in each cache behavior of the API, with ${code('OPTIONS')} among its ${code('AllowedMethods')}. In the console: Policies, Response headers.`,
      removeFirst: [
        text`CORS at the origin server: other origins may still get its headers.`,
        text`Managed policies such as ${code('SimpleCORS')} on those behaviors.`,
      ],
      notes: [
        text`The origin server must answer ${code('OPTIONS')} with 200 or 204 before authentication.`,
        text`Behind CORS at the origin server, make ${code('Origin')} part of the cache key.`,
        text`CloudFront's own errors may have no headers.`,
      ],
      toForeign: REFUSED,
    }
  },
})

const items = (name: string, values: readonly string[]): readonly string[] => [
  `${name}:`,
  ...indented(yamlList('Items', values)),
]

/** Returns the resource's name: two in one template must be different. */
const resourceOf = (api: string): string =>
  `Cors${api
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`
