import { describe, expect, it } from 'vitest'
import { wrongInMarkdown, wrongInReport, wrongInSarif, wrongInTerminal } from './checks.ts'
import { fuzz } from './fuzz.ts'
import { randomOf } from './random.ts'
import { shells, wrongInShell } from './shells.ts'

describe('what fuzzing checks', () => {
  it('is the same for the same seed', () => {
    const numbers = (seed: number) => Array.from({ length: 5 }, () => randomOf(seed).below(1e9))
    expect(numbers(7)).toEqual(numbers(7))
    expect(numbers(7)).not.toEqual(numbers(8))
  })

  it.each(['\u001b[2J', '\u009b', '\u202e', '\u0000', '\r'])('finds %j in a terminal', (one) => {
    expect(wrongInTerminal(`a${one}b`)).not.toBeNull()
    expect(wrongInTerminal('a\tb\né 日')).toBeNull()
  })

  it('finds HTML, images and links in markdown', () => {
    expect(wrongInMarkdown('a <img src=x> b')).toContain('HTML')
    expect(wrongInMarkdown('![a](https://evil.test/a.png)')).toContain('image')
    expect(wrongInMarkdown('see https://evil.test')).toContain('link')
    expect(wrongInMarkdown('`<img>` `https://evil.test`')).toBeNull()
  })

  it('finds reports and logs that are not what their schemas say', () => {
    expect(wrongInReport('{}')).not.toBeNull()
    expect(wrongInSarif('{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}')).not.toBeNull()
    expect(wrongInSarif('{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}}}]}')).toBeNull()
  })

  it.each(shells)('finds what %s reads otherwise', (shell) => {
    const url = "https://api.test/$(id)'"
    expect(wrongInShell(shell, [{ command: `curl 'https://api.test/$(id)'\\'''`, url }])).toBeNull()
    expect(wrongInShell(shell, [{ command: 'curl "https://api.test/$(id)"', url }])).not.toBeNull()
    expect(wrongInShell(shell, [{ command: "curl 'https://api.test/", url }])).not.toBeNull()
  })
})

it('finds nothing wrong with a few hundred inputs; `npm run fuzz` makes as many as wanted', async () => {
  const { inputs, faults } = await fuzz(1, (made) => made >= 300)
  expect(faults).toEqual([])
  expect(inputs).toBe(300)
})
