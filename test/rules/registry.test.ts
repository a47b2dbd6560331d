import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FailedStep } from '../../src/fetch/steps.ts'
import { allRules, rules } from '../../src/rules/index.ts'
import type { AnyRule } from '../../src/rules/rule.ts'
import { anyFailure } from '../properties/arbitraries.ts'
import { isFilledIn, words } from './test-rule.ts'

const folder = new URL('../../src/rules/', import.meta.url)
const sourceOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8')
const files = readdirSync(folder).filter(
  (file) => file !== 'rule.ts' && sourceOf(file).includes('export default defineRule('),
)
const tests = readdirSync(new URL('./', import.meta.url))
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
const steps = Object.entries(rules) as readonly [FailedStep, readonly AnyRule[]][]

describe('the registry of rules', () => {
  it('has each rule of the folder, once', () => {
    const ids = allRules.map(({ id }) => id)
    const named = files.map((file) => file.replace(/\.ts$/, ''))
    const wrong = [
      ...named
        .filter((id) => !ids.includes(id))
        .map((id) => `add ${id} under its step in src/rules/index.ts`),
      ...ids.filter((id) => !named.includes(id)).map((id) => `no file of src/rules/ is named for ${id}`),
    ]
    expect(wrong).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(files)('%s exports the rule of that name', async (file) => {
    const { default: rule } = (await import(new URL(file, folder).href)) as { default: AnyRule }
    expect(`${rule.id}.ts`).toBe(file)
    expect(allRules).toContain(rule)
  })

  it.each(files)('%s says in its doc comment what it is about, with an example and what to do', (file) => {
    const comment = /\/\*\*(.*?)\*\/\s*export default/s.exec(sourceOf(file))?.[1] ?? ''
    expect(comment).toMatch(/^\s+\* [A-Z`].+\.$/m)
    expect(comment, 'a line " * Example: …" is missing').toMatch(/^ \* Example: \S/m)
    expect(comment, 'a line " * Instead: …" is missing').toMatch(/^ \* Instead: \S/m)
  })

  it.each(files)('%s has a test', (file) =>
    expect(
      tests.some((test) => test.includes(`/src/rules/${file}'`) && test.includes('testRule(')),
      `import ../../src/rules/${file} in the test of its step under test/rules/, and give it to testRule()`,
    ).toBe(true),
  )
})

describe.each(steps)('the rules of "%s"', (step, ofStep) => {
  it('never throw, and the last one always matches', () => {
    fc.assert(
      fc.property(anyFailure(step), (failure) => {
        for (const rule of ofStep) rule.match(failure)
        expect(ofStep.at(-1)?.match(failure)).not.toBeNull()
      }),
    )
  })

  it('have sentences for whatever matches', () => {
    fc.assert(
      fc.property(anyFailure(step), (failure) => {
        for (const rule of ofStep) {
          const args: unknown = rule.match(failure)
          if (args === null) continue
          expect(isFilledIn(rule.brief(args))).toBe(true)
          expect(isFilledIn(rule.summary(args))).toBe(true)
          expect(isFilledIn(rule.detail(args))).toBe(true)
          expect(rule.evidence(args).length).toBeGreaterThan(0)
          expect(rule.fix(args).length).toBeGreaterThan(0)
          for (const change of rule.fix(args)) {
            if (change.type === 'allow origin') expect(['null', '*', '']).not.toContain(change.origin)
          }
        }
      }),
    )
  })
})

it('no two rules say the same of the same values', () => {
  const args = {
    ...{ response: 'response', value: 'V', origin: 'O', page: 'P', from: 'F', url: 'U', lines: ['V', 'V'] },
    ...{
      status: 200,
      names: ['n'],
      method: 'M',
      listed: 'L',
      location: 'U',
      count: 3,
      redirectMode: 'R',
      item: 'I',
    },
  }
  const summaries = allRules.map((rule) => words(rule.summary(args)))
  expect(summaries.filter((summary, i) => summaries.indexOf(summary) !== i)).toEqual([])
  expect(summaries.filter((summary) => summary.includes('undefined'))).toEqual([])
})
