import { code, text } from '../../text/text.ts'
import { awsCorsLines } from './aws-cors-lines.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'

/**
 * An HTTP API of Amazon API Gateway. The gateway responds to preflights and replaces the integration's CORS headers, so
 * no header is sent twice.
 */
export default defineGenerator({
  id: 'api-gateway-http',
  title: 'Amazon API Gateway, HTTP API',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  syntax: yaml,
  kind: 'cloud',
  find: grepFor('cors|access-control-'),
  proof: parsedBy('yaml 2.9.1 and the CloudFormation specification (aws-service-spec 0.1.216)'),
  write(policy) {
    const why = beyondCloud(policy, {
      cloud: 'An HTTP API',
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      instead: text`Leave CORS out of the API and set the headers in the function behind it (${code('--for lambda')}).`,
    })
    if (why !== null) return { type: 'unsupported', why }
    return {
      code: ['CorsConfiguration:', ...indented(awsCorsLines(policy)), ''].join('\n'),
      where: text`Under ${code('Properties')} of the ${code('AWS::ApiGatewayV2::Api')} or ${code('AWS::Serverless::HttpApi')}; then deploy. Or the same names in the console.`,
      removeFirst: [
        text`Routes for ${code('OPTIONS')} with an authorizer.`,
        text`CORS in the functions, which has no effect now.`,
      ],
      notes: [
        text`An authorizer on ${code('$default')} or ${code('ANY')} answers preflights with 401: name the methods, or add ${code('OPTIONS /{proxy+}')} without one.`,
        text`The gateway's own errors may have no headers.`,
        ...(policy.origins === '*'
          ? []
          : [
              text`Behind a cache, make ${code('Origin')} part of its key: AWS doesn't promise ${code('Vary')}.`,
            ]),
      ],
      toForeign: REFUSED,
    }
  },
})
