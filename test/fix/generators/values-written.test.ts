import { describe, expect, test } from 'vitest'
import type { Generator, Snippet } from '../../../src/fix/generators/generator.ts'
import { type GeneratorId, generators } from '../../../src/fix/generators/index.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'

const API = 'https://api.example.com/items'

/** Two of everything, none of which stands in another or in anything that a snippet says anyway. */
const whole: CorsPolicy = {
  origins: ['https://first.wish.example', 'https://second.wish.example:8443'],
  methods: ['DELETE', 'PUT'],
  headers: ['x-wish-one', 'x-wish-two'],
  exposed: ['X-Shown-One', 'X-Shown-Two'],
  credentials: true,
  maxAge: 4321,
}

/** What servers that cannot keep all of it may keep, the largest first. Each has to keep one of them. */
const wishes: readonly CorsPolicy[] = [
  whole,
  { ...whole, credentials: false },
  { ...whole, origins: [whole.origins[0]], methods: ['GET'], headers: [], maxAge: null },
]

/**
 * Who sends `Vary: Origin` where the snippet does not set it: the call or option that stands in the snippet then.
 * The tests of the servers ask for it; for Laravel and Spring Boot, which they do not run, it is in the source.
 */
const SENDS_VARY: Partial<Readonly<Record<GeneratorId, string>>> = {
  django: 'corsheaders.middleware.CorsMiddleware',
  express: "import cors from 'cors'",
  fastify: "import cors from '@fastify/cors'",
  'go-rs-cors': 'cors.New(cors.Options{',
  hono: "import { cors } from 'hono/cors'",
  // fruitcake/php-cors: CorsService::varyHeader, where a list has several origins.
  laravel: "'allowed_origins' => [",
  nestjs: 'app.enableCors({',
  rails: 'Rack::Cors',
  // Spring's DefaultCorsProcessor adds it to every response, allowed or not.
  'spring-boot': 'CorsConfiguration cors',
  'spring-mvc': 'new CorsFilter(source)',
}

/** What cannot set headers on what an app answers, and says so: those that it exposes are up to the app. */
const LEAVES_TO_APP: Partial<Readonly<Record<GeneratorId, string>>> = {
  'api-gateway-rest': 'the function must send the headers (`--for lambda`)',
}

const said = (words: Snippet['notes'][number]): string => plain(words, (value) => value)
const notesOf = ({ notes }: Snippet): string => notes.map(said).join('\n')

/** The code without its comments, in whatever language: what is only said in one is not done. */
const codeOf = ({ code }: Snippet): string => code.replace(/(^|\s)(?:#|\/\/) .*$/gm, '$1')

/** What is wrong with a snippet that doesn't have a part of the policy. */
const lacks = (what: string): string =>
  `the code lacks ${what}: write it, or return Unsupported with the reason`

/** Returns what a generator makes of the largest wish that it keeps. */
function kept(generator: Generator): readonly [Snippet, CorsPolicy] {
  for (const policy of wishes) {
    const snippet = generator.generate(policy, API)
    if (snippet.type === 'snippet') return [snippet, policy]
    expect(said(snippet.why).length).toBeGreaterThan(20)
  }
  throw new Error(`${generator.id} keeps none of these policies`)
}

const GRANTS_CREDENTIALS = /credentials\b[^\n]*\btrue\b|AllowCredentials\(\)|credentials",\s*"value": "true"/i
const SETS_VARY = /\bvary\b[^\n]{0,20}\borigin\b|key: Vary\n\s*value: Origin|addVaryHeader: true/i

describe.each(generators.map((generator) => [generator.id, generator] as const))('%s', (id, generator) => {
  const [snippet, policy] = kept(generator)
  const code = codeOf(snippet)
  const notes = notesOf(snippet)

  test('writes every origin', () => {
    for (const origin of policy.origins) expect(code, lacks(`the origin ${origin}`)).toContain(origin)
  })

  test('writes every method, header and name that it exposes', () => {
    const leaves = LEAVES_TO_APP[id]
    if (leaves !== undefined) expect(notes).toContain(leaves)
    const methods = policy.methods.filter((name) => name !== 'GET')
    for (const name of [...methods, ...policy.headers, ...(leaves === undefined ? policy.exposed : [])])
      expect(code.toLowerCase(), lacks(name)).toContain(name.toLowerCase())
  })

  test('writes for how long a preflight may be kept', () => {
    if (policy.maxAge !== null) expect(code, lacks('maxAge')).toMatch(/(?<!\d)4321(?!\d)/)
  })

  test('grants credentials where the policy does, and else not', () => {
    const without = generator.generate({ ...policy, credentials: false } as CorsPolicy, API)
    if (without.type === 'unsupported') throw new Error('keeps more than this')
    expect(codeOf(without)).not.toMatch(GRANTS_CREDENTIALS)
    if (!policy.credentials) return
    // A server may allow them always; then it says so where nobody asked for it.
    if (!GRANTS_CREDENTIALS.test(code))
      expect(notesOf(without), lacks('Access-Control-Allow-Credentials')).toContain('allows credentials too')
  })

  test('has caches keep an answer for each origin, or says that it does not', () => {
    const promised =
      snippet.check
        .map(({ expect }) => said(expect))
        .at(-1)
        ?.includes('Vary') ?? false
    const sender = SENDS_VARY[id]
    if (sender !== undefined) return expect(code).toContain(sender)
    if (SETS_VARY.test(code)) return
    expect(promised, `${lacks('Vary: Origin')}; who else sends it is named in SENDS_VARY`).toBe(false)
    if (policy.origins.length > 1) expect(notes).toMatch(/\bVary\b|part of (?:its|the cache) key/)
  })

  test('writes nothing of what the policy does not have', () => {
    const less = generator.generate(
      {
        ...policy,
        origins: [whole.origins[0]],
        exposed: [],
        headers: policy.headers.slice(0, 1),
      } as CorsPolicy,
      API,
    )
    if (less.type === 'unsupported') throw new Error('keeps more than this')
    for (const gone of [whole.origins[1] ?? '', ...whole.exposed, whole.headers[1] ?? ''])
      expect(codeOf(less)).not.toContain(gone)
  })
})
