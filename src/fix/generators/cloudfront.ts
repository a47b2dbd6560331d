import { code, text } from '../../text/text.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'
import { yamlList } from './yaml-lines.ts'

/** Amazon CloudFront: a response headers policy, which is applied after the cache, to each response by its origin. */
export default defineGenerator({
  id: 'cloudfront',
  title: 'Amazon CloudFront',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  syntax: yaml,
  kind: 'cloud',
  proof: parsedBy('yaml 2.9.1 and the CloudFormation specification (aws-service-spec 0.1.216)'),
  write(policy) {
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
        'ApiCors:',
        '  Type: AWS::CloudFront::ResponseHeadersPolicy',
        '  Properties:',
        '    ResponseHeadersPolicyConfig:',
        '      Name: api-cors',
        '      CorsConfig:',
        ...indented(
          [
            ...items('AccessControlAllowOrigins', origins === '*' ? ['*'] : origins),
            ...items('AccessControlAllowMethods', methods.length === 0 ? ['GET'] : methods),
            // CloudFront wants a name; this one needs no permission.
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
      where: text`Under ${code('Resources')} of the template; then ${code('ResponseHeadersPolicyId: !Ref ApiCors')} in each cache behavior of the API, with ${code('OPTIONS')} among its ${code('AllowedMethods')}. In the console: Policies, Response headers, Create.`,
      removeFirst: [
        text`CORS at the origin server: CloudFront overrides its headers for origins that the policy allows, but AWS does not promise that it removes them for others.`,
        text`Managed policies such as ${code('SimpleCORS')} and ${code('CORS-With-Preflight')} on those behaviors; they let everyone in.`,
      ],
      notes: [
        text`CloudFront adds the headers, it does not answer the preflight: the origin server must answer ${code('OPTIONS')} with 200 or 204, in front of authentication. Else do that in a CloudFront function on the viewer request.`,
        text`If the origin server sends CORS headers after all, make ${code('Origin')} part of the cache key (cache policy), or one origin's answer is served to another.`,
        text`Errors that CloudFront makes itself (a 403 of AWS WAF, a 502, a 504) may lack the headers; the checks show it.`,
        ...(headers.length === 0
          ? [
              text`${code('accept')} is there because the list must not be empty; every page may send it anyway.`,
            ]
          : []),
      ],
      toForeign: REFUSED,
    }
  },
})

const items = (name: string, values: readonly string[]): readonly string[] => [
  `${name}:`,
  ...indented(yamlList('Items', values)),
]
