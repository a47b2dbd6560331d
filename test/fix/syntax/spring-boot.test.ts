import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { java } from '../../../src/fix/generators/quote/java.ts'
import springBoot from '../../../src/fix/generators/spring-boot.ts'
import type { CorsPolicy } from '../../../src/fix/policy/policy.ts'
import { hostilePolicy } from '../generators/arbitrary-policies.ts'
import { policies } from '../policies.ts'
import { printableValues } from '../servers/quoting/printable-values.ts'
import { codeOf } from '../servers/start/code-of.ts'
import { javacHere, stringsInJava } from './strings-in-java.ts'

/** What the parser has to read: the snippet's file, and its line for the security chain in a method of another. */
function filesOf(policy: CorsPolicy): readonly string[] {
  const [file = '', line = ''] = codeOf(springBoot, policy).split(
    '// In the method of every SecurityFilterChain:',
  )
  return [file, `class Security { void chain() { ${line} } }`]
}

const meant = ({ origins, methods, headers, exposed }: CorsPolicy): readonly string[] => [
  ...(origins === '*' ? ['*'] : origins),
  ...(methods.length === 0 ? ['GET', 'HEAD', 'POST'] : methods),
  ...headers,
  ...exposed,
  '/**',
]

const asked = [
  ...Object.values<CorsPolicy>(policies),
  ...fc.sample(hostilePolicy, { numRuns: 50, seed: 2026 }),
]

describe('the configuration of Spring Boot, as the compiler of Java parses it,', () => {
  test('has what each policy allows, hostile names byte for byte', () =>
    expect(stringsInJava(asked.flatMap(filesOf))).toEqual(asked.flatMap((policy) => [meant(policy), []])))

  test('has every printable string as it was', () =>
    expect(
      stringsInJava([`class Values { String[] all = { ${printableValues.map(java.literal).join(', ')} }; }`]),
    ).toEqual([printableValues]))

  test('is no Java any more with a string that is not closed', () =>
    expect(() => stringsInJava(['class Broken { String a = "; }'])).toThrow())

  test('says which compiler parsed it', () => {
    const said = springBoot.proof.type === 'parsed' ? springBoot.proof.by : ''
    expect(said.replace(/\d+/, '')).toBe(javacHere().replace(/\d+/, ''))
  })
})
