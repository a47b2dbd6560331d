import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Generator } from '../../../src/fix/generators/generator.ts'
import { generators } from '../../../src/fix/generators/index.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { plain } from '../../../src/text/plain.ts'
import type { Text } from '../../../src/text/text.ts'
import { policies } from '../policies.ts'

const golden = fileURLToPath(new URL('./golden', import.meta.url))
const say = (words: Text): string => plain(words, (value) => value)

/** All that a generator says of a policy, as a reader sees it. */
function page(generator: Generator, policy: CorsPolicy): string {
  const snippet = generator.generate(policy, 'https://api.example.com/items')
  if (snippet.type === 'unsupported') return `unsupported: ${say(snippet.why)}\n`
  const about = [
    `where: ${say(snippet.where)}`,
    ...snippet.removeFirst.map((words) => `remove first: ${say(words)}`),
    ...snippet.notes.map((words) => `note: ${say(words)}`),
    ...snippet.check.flatMap(({ command, expect }) => [`check: ${say(expect)}`, `  ${command}`]),
  ]
  return `${snippet.code}\n${'-'.repeat(80)}\n${about.join('\n')}\n`
}

/** After a change: `npx vitest run test/fix -u`, and read what changed before you commit it. */
describe.each(Object.entries<CorsPolicy>(policies))('the policy %s', (name, policy) => {
  test.each(generators.map((generator) => [generator.id, generator] as const))(
    'as %s',
    async (id, generator) => {
      await expect(page(generator, policy)).toMatchFileSnapshot(`${golden}/${name}/${id}`)
    },
  )
})

test('no golden file is left of a policy or generator that is gone', () => {
  // Those that are new are written once all tests have run.
  const ids: readonly string[] = generators.map(({ id }) => id)
  expect(readdirSync(golden).filter((name) => !(name in policies))).toEqual([])
  for (const name of Object.keys(policies))
    expect(readdirSync(`${golden}/${name}`).filter((id) => !ids.includes(id))).toEqual([])
})
