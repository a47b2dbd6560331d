import { expect, it } from 'vitest'
import { writers } from '../../src/fix/writers.ts'
import { redacting } from '../../src/redact/redact-text.ts'
import type { Text } from '../../src/text/text.ts'
import { policies } from './policies.ts'

const codes = (texts: readonly Text[]): readonly string[] =>
  texts.flat().flatMap((part) => (typeof part === 'object' && 'code' in part ? [part.code] : []))

it.each(writers.map((writer) => [writer.id, writer] as const))(
  'what %s says itself is shown',
  (_, writer) => {
    for (const policy of [policies.credentials, policies['no-preflight'], policies.public]) {
      const snippet = writer.generate(policy, 'https://api.example.com/items')
      if (snippet.type === 'unsupported') continue
      const { where, removeFirst, notes, check } = snippet
      for (const one of codes([where, ...removeFirst, ...notes, ...check.map(({ expect: words }) => words)]))
        expect(redacting.value(one)).toBe(one)
    }
  },
)
