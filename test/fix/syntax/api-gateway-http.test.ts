import { describe, expect } from 'vitest'
import apiGatewayHttp from '../../../src/fix/generators/api-gateway-http.ts'
import { awsCors } from './aws-cors.ts'
import { checkedBy } from './checked-by.ts'
import { cloudFormationHere, readTemplate, wrongProperties } from './cloudformation.ts'
import { keepsOrRefuses } from './keeps-or-refuses.ts'

describe('the CORS settings of an HTTP API', () => {
  keepsOrRefuses(
    apiGatewayHttp,
    (code) => {
      const properties = readTemplate(code) as { readonly CorsConfiguration: unknown }
      const api = { Name: 'api', ProtocolType: 'HTTP', ...properties }
      expect(wrongProperties('AWS::ApiGatewayV2::Api', api)).toEqual([])
      return properties.CorsConfiguration
    },
    awsCors,
    {
      'a method that AWS does not know': [{ methods: ['PURGE'] }, 'not `PURGE`'],
      'a name that AWS would read as a pattern': [{ exposed: ['X-*'] }, 'the `*` in `X-*`'],
    },
  )
  checkedBy('api-gateway-http', cloudFormationHere)
})
