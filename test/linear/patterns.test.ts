import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { sourceOf, sources } from '../sources.ts'
import { attacksOn } from './attacks-on.ts'
import { regexpSteps } from './regexp-steps.ts'

/** What patterns that are slower than their texts are long are for, and why these are short. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  'src/fix/placements/caddy.ts': 'a snippet of our own',
  'src/recognize/chromium-sentences.ts': 'a pasted text has 100,000 characters at most, a URL in it 8,000',
  'src/text/grouped.ts': 'a number has a few hundred digits at most',
}

/** More steps than this for texts of 540 characters: no pattern in proportion takes as many. */
const MOST = 250_000

describe('the steps of a pattern grow in proportion to the text', () => {
  it.each(sources.filter((file) => !(file in SHORT_TEXTS)))('%s', (file) => {
    for (const pattern of patternsOf(file)) expect(growth(pattern), String(pattern)).toBeLessThan(4.5)
  })
})

it.each(Object.keys(SHORT_TEXTS))('%s has a pattern for short texts', (file) =>
  expect(Math.max(...patternsOf(file).map(growth))).toBeGreaterThan(4.5),
)

it('the steps of a pattern that begins again at each character grow with the square', () => {
  expect(growth(/ +$/)).toBeGreaterThan(7)
  expect(growth(/a.*b/)).toBeGreaterThan(7)
  expect(growth(/^a*b$/)).toBeLessThan(4)
})

/** Returns by how much more the steps grow from the second size of a text to the third than from the first to the second: 3 is in proportion, 9 a square law. */
function growth(pattern: RegExp): number {
  let worst = 0
  for (const attack of attacksOn(pattern)) {
    const unit = attack(2).length - attack(1).length
    const [first = 0, second = 0, third = 0] = [60, 180, 540].map((size) => {
      pattern.lastIndex = 0
      return stepsOr(MOST, pattern, attack(Math.ceil(size / unit)))
    })
    const ratio = third === MOST ? 9 : (third - second) / Math.max(second - first, 100)
    if (ratio > worst) worst = ratio
    if (worst > 4.5) return worst
  }
  return worst
}

function stepsOr(most: number, pattern: RegExp, text: string): number {
  try {
    return regexpSteps(pattern, text, most)
  } catch {
    return most
  }
}

/** Returns the patterns of a source file that repeat something without end. */
function patternsOf(file: string): readonly RegExp[] {
  const found: RegExp[] = []
  visit(parseSync(file, sourceOf(file)).program, found)
  return found
}

function visit(node: unknown, found: RegExp[]): void {
  if (typeof node !== 'object' || node === null) return
  const { regex } = node as { readonly regex?: { readonly pattern: string; readonly flags: string } }
  if (regex !== undefined && /[*+]|,\}/.test(regex.pattern))
    found.push(new RegExp(regex.pattern, regex.flags.replace('g', '')))
  for (const child of Object.values(node)) visit(child, found)
}
