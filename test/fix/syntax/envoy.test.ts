import { describe, expect, test } from 'vitest'
import envoy from '../../../src/fix/generators/envoy.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { policies } from '../policies.ts'
import { codeOf } from '../servers/start/code-of.ts'
import { checkedBy } from './checked-by.ts'
import { hostilePolicies } from './hostile-policies.ts'
import { readYaml, yamlHere } from './read-yaml.ts'
import { schemaErrors } from './schema-errors.ts'

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http.cors.v3'

const partsOf = (policy: CorsPolicy): { readonly filters: string; readonly host: string } => {
  const [filters = '', host = ''] = codeOf(envoy, policy).split('# In the virtual host:')
  return { filters, host }
}

const list = (key: string, values: readonly string[]): Record<string, string> =>
  values.length === 0 ? {} : { [key]: values.join(', ') }

const meant = ({ origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy): unknown => ({
  '@type': `${TYPE}.CorsPolicy`,
  allow_origin_string_match: (origins === '*' ? ['*'] : origins).map((exact) => ({ exact })),
  ...list('allow_methods', methods),
  ...list('allow_headers', headers),
  ...list('expose_headers', exposed),
  ...(credentials ? { allow_credentials: true } : {}),
  ...(maxAge === null ? {} : { max_age: String(maxAge) }),
})

describe('the configuration of Envoy, as YAML,', () => {
  test('is each policy, hostile names byte for byte', () => {
    for (const policy of hostilePolicies) {
      const { filters, host } = partsOf(policy)
      expect(readYaml(filters)).toEqual([
        { name: 'envoy.filters.http.cors', typed_config: { '@type': `${TYPE}.Cors` } },
      ])
      expect(readYaml(host)).toMatchObject({
        typed_per_filter_config: { 'envoy.filters.http.cors': meant(policy) },
        response_headers_to_add: [{ header: { key: 'Vary', value: 'Origin' } }],
      })
    }
  })

  test.each(Object.entries<CorsPolicy>(policies))('has fields of Envoy alone for %s', (_, policy) =>
    expect(schemaErrors('envoy', readYaml(partsOf(policy).host))).toEqual([]),
  )

  test('would be refused with a field that Envoy has not, or a prefix for an origin', () => {
    const policyWith = (part: Record<string, unknown>): unknown => ({
      typed_per_filter_config: { 'envoy.filters.http.cors': { '@type': `${TYPE}.CorsPolicy`, ...part } },
    })
    expect(schemaErrors('envoy', policyWith({}))).toEqual([])
    expect(schemaErrors('envoy', policyWith({ allow_origin: ['*'] }))).not.toEqual([])
    expect(schemaErrors('envoy', policyWith({ max_age: 7200 }))).not.toEqual([])
    expect(
      schemaErrors('envoy', policyWith({ allow_origin_string_match: [{ prefix: 'https://' }] })),
    ).not.toEqual([])
  })

  checkedBy('envoy', () => yamlHere('the fields of its API v3'))
})
