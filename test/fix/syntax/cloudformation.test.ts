import { expect, test } from 'vitest'
import { wrongProperties } from './cloudformation.ts'

const URL = { AuthType: 'NONE', TargetFunctionArn: 'function' }

test.each([
  [{ AuthType: 'NONE' }, ['AWS::Lambda::Url.TargetFunctionArn is missing']],
  [{ ...URL, AuthType: 'ANY' }, ['AWS::Lambda::Url.AuthType is "ANY", not of type string']],
  [{ ...URL, Cors: { AllowOrigin: ['*'] } }, ['AWS::Lambda::Url.Cors.AllowOrigin is unknown']],
  [{ ...URL, Cors: { AllowOrigins: '*' } }, ['AWS::Lambda::Url.Cors.AllowOrigins is "*", not of type array']],
  [{ ...URL, Cors: { MaxAge: '7200' } }, ['AWS::Lambda::Url.Cors.MaxAge is "7200", not of type integer']],
])('the specification of AWS refuses %j', (properties, wrong) =>
  expect(wrongProperties('AWS::Lambda::Url', properties)).toEqual(wrong),
)
