import { describe, expect, test } from 'vitest'
import ingressNginx from '../../../src/fix/generators/ingress-nginx.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'
import { APP, policies } from '../policies.ts'
import { checkedBy } from './checked-by.ts'
import { hostilePolicies } from './hostile-policies.ts'
import { readYaml, yamlHere } from './read-yaml.ts'

const PREFIX = 'nginx.ingress.kubernetes.io'

/** What the controller itself takes; anything else becomes its default, `*` for the origins. */
const TAKEN = {
  'cors-allow-origin': /^(((https?:\/\/)?(\*\.)?[A-Za-z0-9\-.]*(:\d+)?,?\s?)+|\*)$/,
  'cors-allow-methods': /^([A-Za-z]+,?\s?)+$/,
  'cors-allow-headers': /^[A-Za-z0-9\-_, ]+$/,
  'cors-expose-headers': /^(([A-Za-z0-9\-_]+|\*),?\s?)+$/,
  'cors-allow-credentials': /^(true|false)$/,
  'cors-max-age': /^\d+$/,
  'enable-cors': /^true$/,
}

const written = (policy: CorsPolicy): Readonly<Record<string, string>> | null => {
  const snippet = ingressNginx.generate(policy, 'https://api.example.com/')
  if (snippet.type === 'unsupported') return null
  const { metadata } = readYaml(snippet.code) as { metadata: { annotations: Record<string, string> } }
  return metadata.annotations
}

const meant = ({ origins, methods, headers, exposed, credentials, maxAge }: CorsPolicy): unknown => ({
  [`${PREFIX}/enable-cors`]: 'true',
  [`${PREFIX}/cors-allow-origin`]: origins === '*' ? '*' : origins.join(', '),
  [`${PREFIX}/cors-allow-methods`]: methods.join(', ') || 'GET, HEAD, POST',
  [`${PREFIX}/cors-allow-headers`]: headers.join(', ') || 'Accept',
  ...(exposed.length === 0 ? {} : { [`${PREFIX}/cors-expose-headers`]: exposed.join(', ') }),
  [`${PREFIX}/cors-allow-credentials`]: String(credentials),
  [`${PREFIX}/cors-max-age`]: String(maxAge ?? 5),
})

/** A policy with what the controller does not know left out of its names. */
const tamed = (policy: CorsPolicy): CorsPolicy => ({
  ...(policy.origins === '*'
    ? policy
    : { ...policy, origins: [APP, ...policy.origins.filter((origin) => !/[_[]/.test(origin))] }),
  methods: policy.methods.map((name) => name.replace(/[^A-Za-z]/g, '') || 'GET'),
  headers: policy.headers.map((name) => name.replace(/[^\w-]/g, '') || 'x'),
  exposed: policy.exposed.map((name) => name.replace(/[^\w-]/g, '') || 'X'),
})

describe('the annotations of ingress-nginx, as YAML,', () => {
  test.each(['credentials', 'no-preflight', 'public'] as const)('are the policy %s', (name) =>
    expect(written(policies[name])).toEqual(meant(policies[name])),
  )

  test('are none for most hostile names', () =>
    expect(hostilePolicies.filter((policy) => written(policy) === null).length).toBeGreaterThan(100))

  test('are what the controller takes', () => {
    for (const policy of [...hostilePolicies, ...hostilePolicies.map(tamed)]) {
      const annotations = written(policy)
      if (annotations === null) continue
      expect(annotations).toEqual(meant(policy))
      for (const [name, pattern] of Object.entries(TAKEN))
        expect(annotations[`${PREFIX}/${name}`] ?? 'true').toMatch(pattern)
    }
    expect(hostilePolicies.map(tamed).map(written)).not.toContain(null)
  })

  test.each([
    [{ origins: [APP, 'https://a_b.example'] }, 'would not allow `https://a_b.example`'],
    [{ origins: ['http://[::1]:3000'] }, 'would not allow `http://[::1]:3000`'],
    [{ methods: ['M-SEARCH'] }, 'with `M-SEARCH` it would use its default list'],
    [{ headers: ['x.y'] }, 'with `x.y` it would use its default list'],
    [{ exposed: ['X.Y'] }, 'with `X.Y` it would use its default list'],
  ] as const)('are none for %j, as the controller would allow more or less', (part, why) => {
    const answer = ingressNginx.generate({ ...policies.credentials, ...part }, 'https://api.example.com/')
    expect(answer.type === 'unsupported' ? plain(answer.why, (value) => value) : '').toContain(why)
  })

  checkedBy('ingress-nginx', () => yamlHere(null))
})
