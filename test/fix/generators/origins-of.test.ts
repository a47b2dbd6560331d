import { describe, expect, test } from 'vitest'
import { apiName } from '../../../src/fix/generators/api-name.ts'
import type { Generator } from '../../../src/fix/generators/generator.ts'
import { type GeneratorId, generators } from '../../../src/fix/generators/index.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { writers } from '../../../src/fix/writers.ts'
import { plain } from '../../../src/text/plain.ts'
import { APP, LOCAL, policies } from '../policies.ts'

const API = 'https://api.example.com/items'
const PREVIEWS = 'https://shop-*-acme.vercel.app'
const VARIABLE = 'CORS_ORIGINS'

/** What every generator of a kind of server with code of its own can do; the rest has fixed values, and says so. */
const FIXED: readonly GeneratorId[] = [
  ...(['traefik', 'envoy', 'ingress-nginx', 'lambda-url', 'api-gateway-http', 'api-gateway-rest'] as const),
  ...(['aws-s3', 'cloudfront', 'google-cloud-storage', 'firebase-hosting'] as const),
]
/** Spring's patterns let `*` stand for dots too. */
const WITHOUT_PATTERNS: readonly GeneratorId[] = [
  'spring-boot',
  'spring-mvc',
  ...FIXED.filter((id) => id !== 'traefik' && id !== 'envoy'),
]

const every = generators.map((generator) => [generator.id, generator] as const)
const simple: CorsPolicy = { ...policies['no-preflight'], origins: [APP] }

interface Said {
  readonly code: string | null
  readonly why: string
  readonly notes: readonly string[]
}

function say(generator: Generator, policy: CorsPolicy, originsFromEnv: string | null = null): Said {
  const snippet = generator.generate(policy, API, { originsFromEnv })
  if (snippet.type === 'unsupported') {
    expect(snippet.bug).toBeUndefined()
    return { code: null, why: plain(snippet.why, (value) => value), notes: [] }
  }
  return { code: snippet.code, why: '', notes: snippet.notes.map((note) => plain(note, (value) => value)) }
}

describe.each(every)('%s', (id, generator) => {
  test('reads the origins from the environment, or says that it cannot', () => {
    const { code, why, notes } = say(generator, simple, VARIABLE)
    if (FIXED.includes(id))
      return expect(why).toContain("can't read its origins from an environment variable")
    expect(code).toContain(VARIABLE)
    expect(code).not.toContain(APP)
    expect(notes[0]).toMatch(/^Set `CORS_ORIGINS=.*https:\/\/app\.example\.com/)
  })

  test('keeps production apart from development there', () => {
    if (FIXED.includes(id)) return
    const { notes } = say(generator, { ...simple, origins: [LOCAL, APP] }, VARIABLE)
    expect(notes[0]).toMatch(
      /^Set `CORS_ORIGINS=[^`]*app\.example\.com[^`]*` in production and `CORS_ORIGINS=[^`]*localhost:5173[^`]*` in development/,
    )
    expect(notes.filter((note) => note.includes('is for development'))).toEqual([])
  })

  test('matches a pattern exactly, or says that it cannot', () => {
    const { code, why, notes } = say(generator, { ...simple, origins: [APP, PREVIEWS] })
    if (WITHOUT_PATTERNS.includes(id)) return expect(why).toContain(`can't match \`${PREVIEWS}\` exactly`)
    expect(code).toContain(APP)
    expect(code).toMatch(/shop-\[a-z0-9-\]\+-acme(?:\\{1,2}|\[)\.\]?vercel/)
    expect(code, 'anchored, or matched as a whole').toMatch(
      id === 'fastapi' || id === 'flask' || id === 'envoy'
        ? /regex|fullmatch/
        : /(?:\^|\\A)https:.*(?:\$|\\z|\\\\z)/,
    )
    expect(notes.join('\n')).toContain('Anyone can deploy on `vercel.app`')
  })

  test('asks with an origin that a pattern allows', () => {
    const snippet = generator.generate({ ...simple, origins: [PREVIEWS] }, API)
    if (snippet.type === 'snippet')
      expect(snippet.check[0]?.command).toContain("'Origin: https://shop-preview-acme.vercel.app'")
  })

  test('refuses a variable for patterns alone and for everyone', () => {
    for (const policy of [{ ...simple, origins: [PREVIEWS] } as const, policies.public])
      expect(say(generator, policy, VARIABLE).code).toBeNull()
  })

  test('names nothing of two APIs alike that would collide without an error', () => {
    const names = (url: string): readonly string[] => {
      const snippet = generator.generate(policies.credentials, url)
      if (snippet.type === 'unsupported') return []
      const { code } = snippet
      return [
        ...code.matchAll(
          /map .* (\$\w+) \{|set-var\((\S+?)\)|^\((\w+)\) \{|middlewares:\n +(\S+):|^(\w+):\n {2}Type: AWS::CloudFront/gm,
        ),
      ].flatMap((found) => found.slice(1).filter((name) => name !== undefined))
    }
    const [one, other] = [names(API), names('https://a.example/')]
    expect(one.filter((name) => other.includes(name))).toEqual([])
    if (['nginx', 'haproxy', 'caddy', 'traefik', 'cloudfront'].includes(id))
      expect(one.length).toBeGreaterThan(0)
  })

  test('names a command that finds what to remove', () => {
    const snippet = generator.generate(simple, API)
    if (snippet.type === 'unsupported') throw new Error('the least of all policies')
    expect(snippet.removeFirst.map((one) => plain(one, (value) => value)).join('\n')).toMatch(
      /Find (?:them|these) with `(?:grep|kubectl|aws|gcloud) /,
    )
  })
})

test('no product or dev server takes a pattern for an origin, nor a variable', () => {
  for (const writer of writers.filter(({ kind }) => kind === 'product' || kind === 'dev server')) {
    expect(say(writer, { ...simple, origins: [PREVIEWS] }).code).toBeNull()
    expect(say(writer, simple, VARIABLE).code).toBeNull()
  }
})

describe('the name of an API', () => {
  test.each([
    [API, 'api_example_com'],
    ['https://api.example.com:8443/', 'api_example_com_8443'],
    ['http://localhost:3000/a', 'http_localhost_3000'],
    ['https://a-b.example/', 'a__b_example'],
    ['https://a.b.example/', 'a_b_example'],
    ['http://[::1]:3000/', 'http____1__3000'],
  ])('%s is %s', (url, name) => expect(apiName(url)).toBe(name))

  test('is short, and differs where only the end of the host does', () => {
    const host = 'a-very-long-name-of-an-api-host.example'
    const names = [host, `${host}.org`, `${host}.com`].map((one) => apiName(`https://${one}/`))
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,24}$/)
  })
})
