import { describe, expect, test } from 'vitest'
import apiGatewayRest from '../../../src/fix/generators/api-gateway-rest.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { APP, LOCAL, policies } from '../policies.ts'
import { codeOf } from '../servers/start/code-of.ts'
import { checkedBy } from './checked-by.ts'
import { cloudFormationHere, readTemplate, wrongProperties } from './cloudformation.ts'
import { keepsOrRefuses } from './keeps-or-refuses.ts'

type Values = Readonly<Record<string, string>>
interface Resource {
  readonly Type: string
  readonly Properties: {
    readonly ResponseType?: string
    readonly ResponseParameters?: Values
    readonly Integration?: {
      readonly IntegrationResponses: readonly {
        readonly ResponseParameters: Values
        readonly ResponseTemplates?: Values
      }[]
    }
    readonly MethodResponses?: readonly { readonly ResponseParameters: Readonly<Record<string, boolean>> }[]
  }
}

/** Header names and what they are set to; a fixed value stands in quotes of its own. */
const fixedValues = (values: Values | undefined, prefix: string): Values =>
  Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => {
      expect([name.startsWith(prefix), value.at(0), value.at(-1)]).toEqual([true, "'", "'"])
      return [name.slice(prefix.length), value.slice(1, -1)]
    }),
  )

function read(code: string): unknown {
  const resources = Object.values(readTemplate(code) as Readonly<Record<string, Resource>>)
  for (const { Type, Properties } of resources) expect(wrongProperties(Type, Properties)).toEqual([])
  const [method, ...errors] = resources
  const [answer] = method?.Properties.Integration?.IntegrationResponses ?? []
  const declared = method?.Properties.MethodResponses?.[0]?.ResponseParameters ?? {}
  expect(Object.keys(declared)).toEqual(Object.keys(answer?.ResponseParameters ?? {}))
  const template = answer?.ResponseTemplates?.['application/json'] ?? ''
  return {
    preflight: fixedValues(answer?.ResponseParameters, 'method.response.header.'),
    others: [...template.matchAll(/\$origin == "([^"]+)"/g)].map(([, origin]) => origin),
    errors: errors.map(({ Properties: { ResponseType, ResponseParameters } }) => [
      ResponseType,
      fixedValues(ResponseParameters, 'gatewayresponse.header.'),
    ]),
  }
}

function meant({ origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy): unknown {
  const [first, ...others] = origins === '*' ? ['*'] : origins
  const forAll = {
    'Access-Control-Allow-Origin': first,
    ...(credentials ? { 'Access-Control-Allow-Credentials': 'true' } : {}),
    ...(origins === '*' ? {} : { Vary: 'Origin' }),
  }
  const error = {
    ...forAll,
    ...(exposed.length === 0 ? {} : { 'Access-Control-Expose-Headers': exposed.join(', ') }),
  }
  return {
    preflight: {
      ...forAll,
      ...(methods.length === 0 ? {} : { 'Access-Control-Allow-Methods': methods.join(', ') }),
      ...(headers.length === 0 ? {} : { 'Access-Control-Allow-Headers': headers.join(', ') }),
      ...(maxAge === null ? {} : { 'Access-Control-Max-Age': String(maxAge) }),
    },
    others,
    errors:
      others.length > 0
        ? []
        : [
            ['DEFAULT_4XX', error],
            ['DEFAULT_5XX', error],
          ],
  }
}

describe('the preflight and the errors of a REST API', () => {
  keepsOrRefuses(apiGatewayRest, read, meant, {
    'a method that AWS does not know': [{ methods: ['PURGE'] }, 'not `PURGE`'],
    'a name with the quote of fixed values': [{ headers: ["x-'a"] }, "`x-'a` has the quote"],
  })

  test('compares each origin but the first as a whole, and never reflects one', () => {
    const code = codeOf(apiGatewayRest, policies.credentials)
    expect(code).toContain(`Access-Control-Allow-Origin: "'${LOCAL}'"`)
    expect(code).toContain(`#if($origin == "${APP}")\n`)
    expect(code).not.toMatch(/method\.request\.header|matches\(|GatewayResponse/)
  })

  checkedBy('api-gateway-rest', cloudFormationHere)
})
