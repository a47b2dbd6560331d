import { describe, expect, test } from 'vitest'
import type { Generator } from '../../../src/fix/generators/generator.ts'
import goRsCors from '../../../src/fix/generators/go-rs-cors.ts'
import { generators } from '../../../src/fix/generators/index.ts'
import laravel from '../../../src/fix/generators/laravel.ts'
import rails from '../../../src/fix/generators/rails.ts'
import { plain } from '../../../src/text/plain.ts'
import { policies } from '../policies.ts'

const API = 'https://api.example.com/items'

/** The code of a snippet, or why there is none. */
function said(generator: Generator, policy: Parameters<Generator['generate']>[0]): string {
  const snippet = generator.generate(policy, API)
  return snippet.type === 'snippet' ? snippet.code : plain(snippet.why, (value) => value)
}

describe('a method in lowercase', () => {
  const policy = { ...policies.credentials, methods: ['patch'] }

  test.each([
    ['rack-cors', rails],
    ['Laravel', laravel],
    ['rs/cors', goRsCors],
  ] as const)('is refused for %s, which would answer with PATCH', (name, generator) => {
    expect(generator.generate(policy, API).type).toBe('unsupported')
    expect(said(generator, policy)).toContain(`${name} answers with \`PATCH\``)
  })

  test('is never written in upper case', () => {
    for (const generator of generators) {
      const snippet = generator.generate(policy, API)
      if (snippet.type === 'snippet') expect(snippet.code).not.toContain('PATCH')
    }
  })
})

describe('rs/cors', () => {
  test('is refused a header name that its older versions cannot read', () =>
    expect(said(goRsCors, { ...policies.credentials, headers: ["x-'"] })).toContain("would refuse `x-'`"))

  test('is never given a list that it would fill with headers or methods of its own', () => {
    expect(said(goRsCors, { ...policies.credentials, headers: [] })).toContain(
      'AllowedHeaders:   []string{"Origin"}',
    )
    expect(said(goRsCors, { ...policies.credentials, methods: [] })).toContain(
      'AllowedMethods:   []string{"GET", "HEAD", "POST"}',
    )
  })
})
