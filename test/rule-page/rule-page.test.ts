import { describe, expect, it } from 'vitest'
import { engines } from '../../src/engines/index.ts'
import { exchangesOfHeaders } from '../../src/intake/exchanges-of-headers.ts'
import { recognize } from '../../src/recognize/recognize.ts'
import { examples } from '../../src/rule-page/examples.ts'
import { outcomeOfExample } from '../../src/rule-page/outcome-of-example.ts'
import { rulePage } from '../../src/rule-page/rule-page.ts'
import { explainFailure, type RuleId } from '../../src/rules/index.ts'

const ids = Object.keys(examples) as RuleId[]

describe.each(ids)('%s', (id) => {
  it('has an example that this rule explains', () => {
    const outcome = outcomeOfExample(examples[id], engines.spec.implementation)
    expect(outcome.type === 'blocked' ? explainFailure(outcome.failure).rule.id : outcome.type).toBe(id)
  })

  it('shows its exchange as header text that reads back', () => {
    const { example } = rulePage(id)
    if (example.exchange === '') expect(examples[id].responses).toEqual([])
    else expect(exchangesOfHeaders(example.exchange).every(({ response }) => response !== null)).toBe(true)
  })

  it('has a sentence of a browser, which leads back to it', () => {
    const said = rulePage(id).sentences.flatMap(({ message }) => message ?? [])
    // Every browser still lets `*` cover Authorization.
    if (id === 'authorization-not-listed') return expect(said).toEqual([])
    expect(said.length).toBeGreaterThan(0)
    const rules = said.flatMap((sentence) => {
      const found = recognize(sentence)
      return typeof found === 'string' ? [] : found.flatMap((one) => one.rules)
    })
    expect(rules).toContain(id)
  })
})
