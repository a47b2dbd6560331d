import { code, text } from '../../text/text.ts'
import { awsCorsLines } from './aws-cors-lines.ts'
import { beyondCloud } from './cloud-limits.ts'
import { REFUSED } from './curl-checks.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'

/**
 * An HTTP API of Amazon API Gateway. The gateway answers preflights and puts its headers in the place of those that
 * the integration sends, so that nothing is there twice.
 */
export default defineGenerator({
  id: 'api-gateway-http',
  title: 'Amazon API Gateway, HTTP API',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  syntax: yaml,
  kind: 'cloud',
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
      where: text`Under ${code('Properties')} of the ${code('AWS::ApiGatewayV2::Api')}, or with SAM of the ${code('AWS::Serverless::HttpApi')}; then deploy. Without a template: the same names in the console, or as JSON for ${code('aws apigatewayv2 update-api --cors-configuration')}.`,
      removeFirst: [
        text`Routes for ${code('OPTIONS')} that an authorizer guards; the gateway answers preflights where no route takes them.`,
        text`CORS in the functions behind it has no effect any more: the gateway ignores the headers that they send.`,
      ],
      notes: [
        text`An authorizer on ${code('$default')} or on a route with ${code('ANY')} catches preflights too and answers them 401. Name the methods of the route, or add ${code('OPTIONS /{proxy+}')} without an authorizer, with any integration.`,
        text`AWS promises the headers on what an integration returns. Whether the gateway's own 401, 403, 404 and 429 have them, the checks show.`,
        ...(policy.origins === '*'
          ? []
          : [
              text`With a cache in front, make ${code('Origin')} part of its key; AWS does not promise ${code('Vary')} on every response.`,
            ]),
      ],
      toForeign: REFUSED,
    }
  },
})
