import { describe, expect, test } from 'vitest'
import traefik from '../../../src/fix/generators/traefik.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { codeOf } from '../servers/start/code-of.ts'
import { checkedBy } from './checked-by.ts'
import { hostilePolicies } from './hostile-policies.ts'
import { readYaml, yamlHere } from './read-yaml.ts'
import { schemaErrors } from './schema-errors.ts'

const unless = (left: boolean, key: string, value: unknown): Record<string, unknown> =>
  left ? {} : { [key]: value }

const meant = ({ origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy): unknown => ({
  accessControlAllowOriginList: origins === '*' ? ['*'] : origins,
  ...unless(methods.length === 0, 'accessControlAllowMethods', methods),
  ...unless(headers.length === 0, 'accessControlAllowHeaders', headers),
  ...unless(exposed.length === 0, 'accessControlExposeHeaders', exposed),
  ...unless(!credentials, 'accessControlAllowCredentials', true),
  ...unless(maxAge === null, 'accessControlMaxAge', maxAge),
  ...unless(origins === '*', 'addVaryHeader', true),
  // An empty value takes away what an app behind sends.
  customResponseHeaders: Object.fromEntries(
    ['Allow-Origin', 'Allow-Credentials', 'Allow-Methods', 'Allow-Headers', 'Expose-Headers', 'Max-Age'].map(
      (name) => [`Access-Control-${name}`, ''],
    ),
  ),
})

describe('the configuration of Traefik, as YAML,', () => {
  test('is each policy, hostile names byte for byte', () => {
    for (const policy of hostilePolicies) {
      const read = readYaml(codeOf(traefik, policy))
      expect(read).toEqual({ http: { middlewares: { 'cors-api-example-com': { headers: meant(policy) } } } })
    }
  })

  test.each(Object.entries<CorsPolicy>(policies))('has fields of Traefik alone for %s', (_, policy) =>
    expect(schemaErrors('traefik', readYaml(codeOf(traefik, policy)))).toEqual([]),
  )

  test('would be refused with a field that Traefik has not', () =>
    expect(
      schemaErrors('traefik', {
        http: { middlewares: { cors: { headers: { accessControlAllowOrigins: [] } } } },
      }),
    ).not.toEqual([]))

  checkedBy('traefik', () => yamlHere('the fields of its source'))
})
