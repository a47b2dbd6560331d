import { h } from 'preact'
import { expect, it } from 'vitest'
import { FixTab } from '../../src/panel/fix/FixTab.tsx'
import { PolicyForm } from '../../src/panel/fix/PolicyForm.tsx'
import { LongCode, MOST_OF_CODE } from '../../src/panel/parts/LongCode.tsx'
import { makeStore } from '../../src/panel/state/store.ts'
import { sessionOf, textOf } from '../explain/panel-text.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed } from './panel-diagnoses.ts'

it('code that is longer than people write is drawn in part, with its size', () => {
  expect(textOf(h(LongCode, { code: 'a'.repeat(MOST_OF_CODE) }))).toBe(`${'a'.repeat(MOST_OF_CODE)}\n`)
  const cut = textOf(h(LongCode, { code: 'a'.repeat(3_000_000) }))
  expect(cut.length).toBeLessThan(MOST_OF_CODE + 100)
  expect(cut).toContain('This is the beginning of 3.0 MB. Show all')
})

it('the configuration for 20,000 names is a few pages until all of it is asked for', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `x-name-${i}`)
  const read = diagnosed([
    chromePreflight({ method: 'PUT', asks: names.join(), response: { 'Access-Control-Allow-Origin': '*' } }),
    chromeEntry({ method: 'PUT', status: 0, error: 'net::ERR_FAILED' }),
  ])
  const examined = { ...read, entries: read.entries.length, skipped: [], truncated: null }
  const [diagnosis] = examined.diagnoses
  if (diagnosis === undefined) throw new Error('no fetch')
  const session = sessionOf(makeStore(), examined)
  const text = textOf(h(FixTab, { diagnosis, session }), () => false, true)
  expect(text).toContain('x-name-100')
  expect(text.length).toBeLessThan(8 * MOST_OF_CODE)
})

it('a list of 20,000 names is no field to edit', () => {
  const headers = Array.from({ length: 20_000 }, (_, i) => `x-name-${i}`)
  const policy = {
    origins: ['https://a.test'],
    methods: ['PUT'],
    headers,
    exposed: [],
    credentials: false,
    maxAge: null,
  } as const
  const form = h(PolicyForm, {
    policy,
    draft: {},
    invalid: null,
    onChange: () => undefined,
    envName: '',
    onEnvName: () => undefined,
  })
  const text = textOf(form, () => false, true)
  expect(text).toContain('269 kB, too long to edit here')
  expect(text.length).toBeLessThan(5000)
})
