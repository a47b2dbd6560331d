import { describe, expect } from 'vitest'
import cloudfront from '../../../src/fix/generators/cloudfront.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { checkedBy } from './checked-by.ts'
import { cloudFormationHere, readTemplate, wrongProperties } from './cloudformation.ts'
import { keepsOrRefuses } from './keeps-or-refuses.ts'

interface Template {
  readonly CorsApiExampleCom: {
    readonly Type: string
    readonly Properties: { readonly ResponseHeadersPolicyConfig: { readonly CorsConfig: unknown } }
  }
}

const meant = ({ origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy): unknown => ({
  AccessControlAllowOrigins: { Items: origins === '*' ? ['*'] : origins },
  AccessControlAllowMethods: { Items: methods },
  AccessControlAllowHeaders: { Items: headers.length === 0 ? ['accept'] : headers },
  ...(exposed.length === 0 ? {} : { AccessControlExposeHeaders: { Items: exposed } }),
  AccessControlAllowCredentials: credentials,
  ...(maxAge === null ? {} : { AccessControlMaxAgeSec: maxAge }),
  OriginOverride: true,
})

describe('the response headers policy of CloudFront', () => {
  keepsOrRefuses(
    cloudfront,
    (code) => {
      const {
        CorsApiExampleCom: { Type, Properties },
      } = readTemplate(code) as Template
      expect(wrongProperties(Type, Properties)).toEqual([])
      return Properties.ResponseHeadersPolicyConfig.CorsConfig
    },
    meant,
    {
      'a method that AWS does not know': [{ methods: ['PURGE'] }, 'not `PURGE`'],
      'a name that AWS would read as a pattern': [{ headers: ['x-*'] }, 'the `*` in `x-*`'],
      'an address of IPv6': [{ origins: ['http://[::1]:3000'] }, 'not `http://[::1]:3000`'],
    },
  )
  checkedBy('cloudfront', cloudFormationHere)
})
