import { describe, expect, test } from 'vitest'
import type { Generator, Snippet } from '../../../src/fix/generators/generator.ts'
import { generators } from '../../../src/fix/generators/index.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'
import type { Text } from '../../../src/text/text.ts'
import { policies } from '../policies.ts'

const API = 'https://api.example.com/items'

/** A third of the 4,922 words that 38 generators wrote for this policy before they were shortened. */
const ALL = 1640
/** A third of the longest ones, and what is said of this policy in every generator. */
const ONE = 60
/** Where it goes and what to remove. */
const PLACE = 75

const wordsOf = (texts: readonly Text[]): number =>
  texts.map((words) => plain(words, (value) => value).split(/\s+/).length).reduce((sum, n) => sum + n, 0)

const written = (generator: Generator, policy: CorsPolicy): readonly Snippet[] => {
  const snippet = generator.generate(policy, API)
  return snippet.type === 'snippet' ? [snippet] : []
}

describe.each(Object.entries<CorsPolicy>(policies))('for the policy %s', (_, policy) => {
  test.each(generators.map((generator) => [generator.id, generator] as const))(
    '%s says what can break, and where it goes, in few words',
    (_id, generator) => {
      for (const { notes, where, removeFirst } of written(generator, policy)) {
        expect(wordsOf(notes)).toBeLessThanOrEqual(ONE)
        expect(wordsOf([where, ...removeFirst])).toBeLessThanOrEqual(PLACE)
      }
    },
  )
})

test('all notes together are a third of what they were', () =>
  expect(
    generators
      .flatMap((generator) => written(generator, policies.credentials))
      .reduce((sum, { notes }) => sum + wordsOf(notes), 0),
  ).toBeLessThanOrEqual(ALL))
