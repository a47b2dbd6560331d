import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explanationOf } from '../../src/explain/explanation.ts'
import { failingChecks, nextFailingChecks, plain } from '../../src/internal.ts'
import { editedExchange } from '../../src/what-if/edited-exchange.ts'
import { emptyExchange } from '../../src/what-if/empty-exchange.ts'
import { headersOfLines, linesOfHeaders } from '../../src/what-if/header-lines.ts'
import { judgeWhatIf } from '../../src/what-if/judge-what-if.ts'
import { type WhatIf, whatIfOf } from '../../src/what-if/what-if.ts'

const show = (value: string): string => value
const empty = whatIfOf(emptyExchange)
const judged = (edit: Partial<WhatIf>) => judgeWhatIf(emptyExchange, { ...empty, ...edit }, show)
const rulesOf = (verdict: ReturnType<typeof judged>) =>
  failingChecks(verdict).map(({ finding }) => finding.rule.id)
const nextRulesOf = (verdict: ReturnType<typeof judged>) =>
  nextFailingChecks(verdict).map(({ finding }) => finding.rule.id)

const url = 'https://api.example/items'
const lines = (text: string) => headersOfLines(text).headers
const responds = (response: string, preflight: string | null = null): Pick<WhatIf, 'hops'> => ({
  hops: [
    {
      url,
      preflight: preflight === null ? null : { status: 204, headers: lines(preflight) },
      response: { status: 200, headers: lines(response) },
    },
  ],
})
const ALLOWS = 'Access-Control-Allow-Origin: https://app.example'

describe('an exchange made up in a form', () => {
  it('is blocked without any header', () => expect(rulesOf(judged({}))).toEqual(['allow-origin-missing']))

  it('is allowed with the right one', () => expect(judged(responds(ALLOWS)).type).toBe('shared'))

  it('follows the credentials', () => {
    const wildcard = responds('Access-Control-Allow-Origin: *')
    expect(judged(wildcard).type).toBe('shared')
    expect(rulesOf(judged({ ...wildcard, credentialsMode: 'include' }))).toEqual([
      'allow-origin-wildcard-with-credentials',
    ])
    expect(judged({ ...wildcard, credentialsMode: null }).type).toBe('depends')
  })

  it('follows the origin', () => {
    expect(rulesOf(judged({ ...responds(ALLOWS), origin: 'http://app.example' }))).not.toEqual([])
    expect(judged({ ...responds(ALLOWS), origin: 'https://api.example' }).type).toBe('not-cors')
    expect(judged({ ...responds(ALLOWS), origin: '' }).type).toBe('not-cors')
  })

  it('follows the mode', () => expect(judged({ mode: 'no-cors' }).type).toBe('not-cors'))

  it('cannot be told if a preflight is needed whose response nobody knows', () =>
    expect(judged({ ...responds(ALLOWS), method: 'PUT' }).type).toBe('cannot-tell'))

  it('is blocked by the preflight whatever the response to the request says', () => {
    const verdict = judged({ ...responds(ALLOWS, ''), method: 'PUT' })
    expect(rulesOf(verdict)).toEqual(['allow-origin-missing'])
    expect(failingChecks(verdict)[0]?.phase).toBe('preflight')
    expect(nextRulesOf(verdict)).toEqual(['method-not-allowed'])
  })

  it('reads each of many headers a few times only', () => {
    const count = 2000
    let reads = 0
    const headers = Array.from({ length: count }, (_, i) => ({
      get name() {
        reads++
        return `x-${i}`
      },
      value: '1',
    }))
    const first = editedExchange(emptyExchange, { ...empty, headers })
    reads = 0
    editedExchange(first, { ...whatIfOf(first), origin: 'https://c.test' })
    expect(reads).toBeGreaterThan(count)
    expect(reads).toBeLessThan(50 * count)
  })

  it('needs each header to be listed', () => {
    const headers = lines('X-Key: 1')
    const without = judged({ ...responds(ALLOWS, ALLOWS), headers })
    expect(rulesOf(without)).toEqual(['header-not-allowed'])
    const listed = `${ALLOWS}\nAccess-Control-Allow-Headers: x-key`
    expect(judged({ ...responds(ALLOWS, listed), headers }).type).toBe('shared')
  })

  it('shows where engines differ', () => {
    const { engines } = judged({
      ...responds(ALLOWS, `${ALLOWS}\nAccess-Control-Allow-Headers: *`),
      headers: lines('Authorization: Bearer x'),
    })
    expect([engines.spec.outcome, engines.webkit.outcome]).toEqual(['blocked', 'shared'])
  })

  it('says what blocks it in a sentence', () => {
    const verdict = judged({ method: 'PUT', ...responds('', '') })
    const told = explanationOf({ verdict, rootCauses: [], cautions: [], plan: null, bugs: [] })
    expect(plain(told.headline, show)).toContain('`Access-Control-Allow-Origin`')
    expect(verdict.engines.chromium.message).toContain('blocked by CORS policy')
  })
})

describe('header lines', () => {
  it('are read as they are written', () => {
    const headers = lines('A: 1\n\n  B :  two \nA:\r\nC: x:y')
    expect(headers).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: 'two' },
      { name: 'A', value: '' },
      { name: 'C', value: 'x:y' },
    ])
    expect(lines(linesOfHeaders(headers))).toEqual(headers)
  })

  it('that are none are named', () =>
    expect(headersOfLines('A: 1\nnothing\n: x\nb c: d')).toEqual({
      headers: [{ name: 'A', value: '1' }],
      wrong: ['nothing', ': x', 'b c: d'],
    }))
})

describe('any edit', () => {
  const header = fc.record({
    name: fc.constantFrom(
      'X-Key',
      'Content-Type',
      'Access-Control-Allow-Origin',
      'Access-Control-Allow-Headers',
    ),
    value: fc.constantFrom('*', 'a', 'https://app.example', 'application/json', 'x-key'),
  })
  const response = fc.option(
    fc.record({
      status: fc.constantFrom(200, 204, 301, 404, 500),
      headers: fc.array(header, { maxLength: 4 }),
    }),
  )
  const hop = fc.record({
    url: fc.constantFrom(url, 'https://api.example/b', 'https://other.example/'),
    preflight: response,
    response,
  })
  const edit: fc.Arbitrary<WhatIf> = fc.record({
    origin: fc.constantFrom('https://app.example', 'http://localhost:3000', 'null'),
    method: fc.constantFrom('GET', 'PUT', 'POST', 'patch'),
    credentialsMode: fc.constantFrom('include', 'same-origin', 'omit', null),
    mode: fc.constantFrom('cors', 'no-cors'),
    headers: fc.array(header, { maxLength: 3 }),
    hops: fc.tuple(hop, fc.array(hop, { maxLength: 1 })).map(([first, rest]) => [first, ...rest] as const),
  })

  it('is in the exchange, and can be taken back', () =>
    fc.assert(
      fc.property(edit, (one) => {
        const exchange = editedExchange(emptyExchange, one)
        expect(whatIfOf(exchange)).toEqual(one)
        expect(judgeWhatIf(exchange, empty, show).type).toBe(judged({}).type)
        expect(editedExchange(emptyExchange, empty)).toBe(emptyExchange)
      }),
    ))
})
