import { describe, expect } from 'vitest'
import lambdaUrl from '../../../src/fix/generators/lambda-url.ts'
import { awsCors } from './aws-cors.ts'
import { checkedBy } from './checked-by.ts'
import { cloudFormationHere, readTemplate, wrongProperties } from './cloudformation.ts'
import { keepsOrRefuses } from './keeps-or-refuses.ts'

describe('the CORS settings of a Lambda function URL', () => {
  keepsOrRefuses(
    lambdaUrl,
    (code) => {
      const { Cors } = readTemplate(code) as { readonly Cors: unknown }
      const url = { AuthType: 'NONE', TargetFunctionArn: { Ref: 'Function' }, Cors }
      expect(wrongProperties('AWS::Lambda::Url', url)).toEqual([])
      return Cors
    },
    awsCors,
    {
      'a method that AWS does not know': [{ methods: ['PURGE'] }, 'not `PURGE`'],
      'OPTIONS, which Lambda answers itself': [{ methods: ['OPTIONS'] }, 'not `OPTIONS`'],
      'a name that AWS would read as a pattern': [{ headers: ['x-*'] }, 'the `*` in `x-*`'],
    },
  )
  checkedBy('lambda-url', cloudFormationHere)
})
