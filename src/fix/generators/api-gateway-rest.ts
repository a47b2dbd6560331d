import type { HeaderList } from '../../fetch/header-list.ts'
import { code, text } from '../../text/text.ts'
import { compilePolicy } from '../policy/compile-policy.ts'
import type { CorsPolicy } from '../policy/policy.ts'
import { beyondCloud } from './cloud-limits.ts'
import { grepFor } from './find-command.ts'
import { defineGenerator } from './generator.ts'
import { indented } from './header-lines.ts'
import { parsedBy } from './proof.ts'
import { yaml } from './quote/yaml.ts'

/**
 * A REST API of Amazon API Gateway: a mock method for preflights, and headers on the gateway's own errors. Those only
 * support one fixed origin; `method.request.header.Origin` would allow every website, so with several origins they get no
 * headers.
 */
export default defineGenerator({
  id: 'api-gateway-rest',
  title: 'Amazon API Gateway, REST API',
  language: 'yaml',
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  syntax: yaml,
  kind: 'cloud',
  find: grepFor('cors|access-control-'),
  proof: parsedBy('yaml 2.9.1 and the CloudFormation specification (aws-service-spec 0.1.216)'),
  write(policy) {
    const { methods, headers, exposed, origins } = policy
    const why = beyondCloud(policy, {
      cloud: 'A REST API',
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      instead: text`Send ${code('OPTIONS')} to the function too and answer it there (${code('--for lambda')}).`,
    })
    if (why !== null) return { type: 'unsupported', why }
    const quoted = [...methods, ...headers, ...exposed].find((name) => name.includes("'"))
    if (quoted !== undefined)
      return {
        type: 'unsupported',
        why: text`${code(quoted)} has the quote in which API Gateway writes fixed values, and AWS documents no way to escape it.`,
      }
    const several = origins !== '*' && origins.length > 1
    return {
      code: [
        ...preflight(policy),
        ...(several ? [] : [...errors(policy, '4XX'), ...errors(policy, '5XX')]),
      ].join('\n'),
      where: text`Under ${code('Resources')}, the first part for each resource; ${code('Api')} and ${code('ApiResource')} are your names. Then deploy the stage anew, or nothing changes.`,
      removeFirst: [
        text`${code('OPTIONS')} methods of those resources, what "Enable CORS" or ${code('Cors')} of SAM made.`,
        text`Gateway responses whose ${code('Access-Control-Allow-Origin')} is ${code('*')} or ${code('method.request.header.Origin')}.`,
      ],
      notes: [
        text`This answers preflights${several ? '' : " and the gateway's own errors"}: with proxy integration, the function must send the headers (${code('--for lambda')}).`,
        ...(several ? [text`The gateway's own errors can have only one origin, so they have none.`] : []),
        text`${code('BinaryMediaTypes')} with ${code('*/*')} makes preflights 500: set ${code('ContentHandling: CONVERT_TO_TEXT')}.`,
      ],
      ...(origins === '*'
        ? {}
        : {
            toForeign: text`Another origin: ${code('Access-Control-Allow-Origin')} is absent or names one of your values, never its own.`,
          }),
    }
  },
})

const fixed = (value: string): string => `"'${value}'"`

/** Returns the headers of every response of the gateway, with the first origin until a template replaces it. */
function forAll(policy: CorsPolicy): HeaderList {
  const { onEveryResponse, toAnyone } = compilePolicy(policy)
  const first = policy.origins === '*' ? '*' : policy.origins[0]
  return [...onEveryResponse.map(({ name, value }) => ({ name, value: value ?? first })), ...toAnyone]
}

function preflight(policy: CorsPolicy): readonly string[] {
  const headers = [...forAll(policy), ...compilePolicy(policy).onPreflight]
  return [
    'ApiPreflight:',
    '  Type: AWS::ApiGateway::Method',
    '  Properties:',
    '    RestApiId: !Ref Api',
    '    ResourceId: !Ref ApiResource',
    '    HttpMethod: OPTIONS',
    '    AuthorizationType: NONE',
    '    Integration:',
    '      Type: MOCK',
    '      RequestTemplates:',
    `        application/json: '{"statusCode": 204}'`,
    '      IntegrationResponses:',
    "        - StatusCode: '204'",
    '          ResponseParameters:',
    ...headers.map(({ name, value }) => `            method.response.header.${name}: ${fixed(value)}`),
    ...indented(otherOrigins(policy), 5),
    '    MethodResponses:',
    "      - StatusCode: '204'",
    '        ResponseParameters:',
    ...headers.map(({ name }) => `          method.response.header.${name}: true`),
    '',
  ]
}

/** Returns the template that replaces the first origin with another one of the list. */
function otherOrigins({ origins }: CorsPolicy): readonly string[] {
  const others = origins === '*' ? [] : origins.slice(1)
  if (others.length === 0) return []
  return [
    'ResponseTemplates:',
    '  application/json: |',
    `    #set($origin = $input.params().header.get("Origin"))`,
    `    #if($origin == "")#set($origin = $input.params().header.get("origin"))#end`,
    `    #if(${others.map((origin) => `$origin == "${origin}"`).join(' || ')})`,
    '    #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '    #end',
  ]
}

const errors = (policy: CorsPolicy, kind: '4XX' | '5XX'): readonly string[] => [
  `ApiErrors${kind}:`,
  '  Type: AWS::ApiGateway::GatewayResponse',
  '  Properties:',
  '    RestApiId: !Ref Api',
  `    ResponseType: DEFAULT_${kind}`,
  '    ResponseParameters:',
  ...[...forAll(policy), ...compilePolicy(policy).onActual].map(
    ({ name, value }) => `      gatewayresponse.header.${name}: ${fixed(value)}`,
  ),
  '',
]
