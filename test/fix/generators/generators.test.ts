import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defineGenerator, type Generator } from '../../../src/fix/generators/generator.ts'
import { generators } from '../../../src/fix/generators/index.ts'
import { isPlainOrigin } from '../../../src/fix/generators/refusal.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'
import { APP, policies } from '../policies.ts'
import { hostilePolicy } from './arbitrary-policies.ts'

const API = 'https://api.example.com/items'
const every = generators.map((generator) => [generator.id, generator] as const)
const codeOf = (generator: Generator, policy: CorsPolicy): string => {
  const snippet = generator.generate(policy, API)
  if (snippet.type === 'unsupported' && snippet.bug !== undefined) throw new Error(snippet.bug.message)
  return snippet.type === 'snippet' ? snippet.code : ''
}
const notesOf = (generator: Generator, policy: CorsPolicy, url = API): string => {
  const snippet = generator.generate(policy, url)
  if (snippet.type === 'unsupported') return ''
  return snippet.notes.map((note) => plain(note, (value) => value)).join('\n')
}

describe.each(every)('%s', (id, generator) => {
  test('is the only one of its name, in a file of that name', () => {
    expect(generators.filter((other) => other.id === id)).toHaveLength(1)
    const file = `src/fix/generators/${id}.ts`
    expect(existsSync(new URL(`../../../${file}`, import.meta.url)), `no ${file}: its id is its name`).toBe(
      true,
    )
    for (const [folder, type] of [
      ['servers', 'run'],
      ['syntax', 'parsed'],
    ] as const)
      expect(
        existsSync(new URL(`../${folder}/${id}.test.ts`, import.meta.url)),
        `test/fix/${folder}/${id}.test.ts is there where the proof is "${type}" (src/fix/generators/proof.ts)`,
      ).toBe(generator.proof.type === type)
  })

  // Some cannot be written as a policy; they may still be read, from a report that somebody changed.
  const wrong: readonly (readonly [string, object])[] = [
    ['everyone with credentials', { origins: '*' }],
    ['everyone, as a list', { origins: ['*'] }],
    ['no origin', { origins: [] }],
    ['the origin null', { origins: ['null'] }],
    ['an origin with a path', { origins: [`${APP}/`] }],
    ['a pattern', { origins: ['https://*.example.com'] }],
    ['a host that ends a string', { origins: ['https://a";b.example'] }],
    ['a host with a variable', { origins: ['https://a$host.example'] }],
    ['a host with a placeholder', { origins: ['https://a{e}.example'] }],
    ['any header', { headers: ['*'] }],
    ['any method', { methods: ['*'] }],
    ['any exposed header', { exposed: ['*'] }],
    ['a header line', { headers: ['a\r\nSet-Cookie: b'] }],
    ['a list as a name', { methods: ['GET, PUT'] }],
    ['half a second', { maxAge: 0.5 }],
  ]
  test.each(wrong)('refuses %s', (_, part) =>
    expect(generator.generate({ ...policies.credentials, ...part } as CorsPolicy, API).type).toBe(
      'unsupported',
    ),
  )

  test('reflects no origin, takes no pattern and lets nobody else in', () =>
    fc.assert(
      fc.property(hostilePolicy, (policy) => {
        const code = codeOf(generator, policy)
        for (const unsafe of [
          ...[
            /(?<![-\w])origin:\s*(true|\(|'|"|function)/,
            /\ballow_origin_regex\b/,
            /Allow-Origin"? \$http_origin/,
          ],
          ...[/default\s+\$http_origin/, /["']null["']/, /allow_origins=\["\*"\]/],
          ...[/CORS_\w*ALLOW_ALL/, /CORS_\w*REGEX/, /AllowOrigin\w*Func|cors\.(?:Default|AllowAll)\(/],
          ...[/origins (?:\/|%r|lambda|->|do\b)/, /: :any\b/, /origins_patterns' => \[[^\]]/],
          ...[/Allow-Origin: '\s*\.\s*\$_SERVER/, /supports_credentials=|\bCORS\(/],
          ...[/SetIsOriginAllowed/, /OriginListRegex/, /safe_regex|(?:prefix|suffix|contains): /],
          ...[/AllowedOriginPattern/, /applyPermitDefaultValues/, /addAllowed\w+\("\*"\)/],
          // Apache: the request's origin outside of the comparison, or one by a pattern.
          ...[/^Header[^\n]*Allow-Origin "?(expr=)?%\{/m, /SetEnvIf/, /Origin\}? *=~/],
          ...[/^\s*header Access-Control-Allow-Origin \{/m, /header_regexp/],
          // JavaScript, Firebase and API Gateway: the request's origin without a comparison.
          ...[/Allow-Origin', ?re(q|s|quest)\b/, /\bcors: true\b/, /method\.request\.header|\.matches\(/],
          ...[/Allow-Origin %\[req/, /Origin\) -m (beg|end|sub|dir|dom|reg)/],
          // Middleware that is given nothing, or an empty list, allows whatever is asked for.
          ...[/\b(?:cors|enableCors)\(\)/, /\bcors: true/, /\ballowHeaders: \[\]/],
          ...[
            /Allow-Origin['"],? *(?:ctx|c|req|request)\b/,
            /\borigin\(\w*\) \{\s*return (?!allowedOrigins)/,
          ],
        ])
          expect(code).not.toMatch(unsafe)
      }),
    ))

  test('sends * only to a policy for everyone, and never with credentials', () => {
    const { public: everyone, 'no-preflight': simple } = policies
    for (const policy of [everyone, { ...simple, origins: '*' as const }]) {
      const code = codeOf(generator, policy)
      if (policy.headers.length === 0 || code !== '') expect(code).toContain('*')
      expect(code).not.toMatch(/credentials["']?\]?\s*(=>|[:=, (])\s*["']?true/i)
    }
    for (const policy of [policies.credentials, simple])
      expect(codeOf(generator, policy)).not.toMatch(/["' ]\*["']|origin[^\n]*[:= ]\*/i)
  })

  test('says what an unencrypted origin and one for development mean', () => {
    const notes = (origin: string, url?: string): string =>
      notesOf(generator, { ...policies['no-preflight'], origins: [origin] }, url)
    expect(notes('http://app.example')).toContain('`http://app.example` is not encrypted')
    expect(notes('http://localhost:1')).toContain('`http://localhost:1` is for development')
    expect(notes('http://app.example', 'http://api.example/')).not.toContain('not encrypted')
  })

  test.each([
    ['DELETE', policies.credentials],
    ['GET', policies['no-preflight']],
  ])('says where it goes, what goes first and how to check it: %s', (method, policy) => {
    const snippet = generator.generate(policy, API)
    if (snippet.type === 'unsupported') {
      // A policy as small as the other, every server can keep.
      expect(method).toBe('DELETE')
      expect(snippet.why.length).toBeGreaterThan(0)
      return
    }
    expect(snippet.code.endsWith('\n'), 'the code ends with a newline').toBe(true)
    expect(snippet.where, 'where: the file, and the place in it').not.toEqual([])
    expect(
      snippet.removeFirst,
      'removeFirst: what has to go first, or a header is sent twice or a looser rule stays',
    ).not.toEqual([])
    expect(snippet.check).toHaveLength(3)
    expect(snippet.check[0]?.command).toContain(`--header 'Access-Control-Request-Method: ${method}'`)
  })

  test('its edits for programs put in place what it shows to people', () => {
    const snippet = generator.generate(policies.credentials, 'https://api.example.com/items')
    if (snippet.type === 'unsupported') return
    const shown = snippet.code.split('\n').map((line) => line.trim())
    for (const edit of snippet.edits) {
      const lines = 'code' in edit ? edit.code.split('\n').map((line) => line.trim()) : []
      for (const line of lines)
        expect(
          shown.some((one) => one.startsWith(line)),
          line,
        ).toBe(true)
    }
  })

  test('quotes its checks for the shell', () => {
    const policy = { ...policies.credentials, headers: ["x'`id`$(id)".replace('(id)', '')] }
    const snippet = generator.generate(policy, "https://api.example.com/'")
    if (snippet.type === 'unsupported') return
    expect(snippet.check[0]?.command).toMatch(/'Access-Control-Request-Headers: x'\\''`id`\$'/)
  })
})

test('a generator that throws says which bug keeps it from writing', () => {
  const broken = defineGenerator({
    ...generators[0],
    write: () => {
      throw new Error('no such thing')
    },
  })
  const snippet = broken.generate(policies.public, API)
  if (snippet.type === 'snippet') throw new Error('written')
  expect(snippet.bug).toEqual({ where: 'generator', id: 'express', message: 'no such thing' })
  expect(plain(snippet.why, (value) => value)).toBe(
    'A bug in WhyCORS, please report it: the generator `express` failed: `no such thing`.',
  )
})

test('an origin that a server should trust is scheme, plain host and port', () => {
  for (const origin of [APP, 'http://[::1]:3000', 'https://a_b.example', 'http://localhost'])
    expect(isPlainOrigin(origin)).toBe(true)
  for (const host of [
    'a"b',
    "a'b",
    'a`b',
    'a$b',
    'a{b}',
    'a(b)',
    'a;b',
    'a,b',
    'a&b',
    'a=b',
    'a+b',
    'a!b',
    'a~b',
  ])
    expect(isPlainOrigin(`https://${host}.example`)).toBe(false)
})
