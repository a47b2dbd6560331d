import { describe, expect, it } from 'vitest'
import type { Diagnosis } from '../../src/internal.ts'
import {
  askedOf,
  draftedPolicy,
  draftForAll,
  fieldsOf,
  generatorFor,
  generatorNamed,
  isForAll,
  snippetFor,
} from '../../src/panel/fix/fix-view.ts'
import { initialState, update } from '../../src/panel/state/state.ts'
import { chromeEntry, chromePreflight } from '../make-har.ts'
import { diagnosed } from './panel-diagnoses.ts'

const put = [
  chromeEntry({
    url: 'https://api.test/a?token=secret-5f2c81',
    method: 'PUT',
    status: 0,
    error: 'net::ERR_FAILED',
  }),
  chromePreflight({
    url: 'https://api.test/a?token=secret-5f2c81',
    method: 'PUT',
    asks: 'x-key',
    status: 404,
  }),
]
const get = chromeEntry({ at: 100, url: 'https://api.test/b', error: 'net::ERR_FAILED' })
const elsewhere = chromeEntry({ at: 200, url: 'https://b.test/', error: 'net::ERR_FAILED' })
const { diagnoses } = diagnosed([...put, get, elsewhere])
const [first] = diagnoses as [Diagnosis]

describe('what is asked of a server', () => {
  it('is what one request needs, or all that were made to its API', () => {
    expect(askedOf(first, diagnoses, 'request')).toMatchObject({
      target: 'https://api.test',
      policy: { methods: ['PUT'], headers: ['x-key'] },
      all: 2,
    })
    expect(askedOf(first, diagnoses, 'api')?.policy.methods).toEqual(['GET', 'PUT'])
  })

  it('is nothing where nothing is blocked, or no server can help', () => {
    const shared = diagnosed([chromeEntry({ response: { 'Access-Control-Allow-Origin': '*' } })])
    const opaque = diagnosed([
      chromeEntry({ page: 'null', request: { Origin: 'null' }, error: 'net::ERR_FAILED' }),
    ])
    for (const { diagnoses: all } of [shared, opaque])
      expect(askedOf(all[0] as Diagnosis, all, 'api')).toBeNull()
  })
})

describe('the server that a fix is shown for', () => {
  const [nginx] = diagnosed([
    chromeEntry({ status: 404, error: 'net::ERR_FAILED', response: { Server: 'nginx' } }),
  ]).diagnoses as [Diagnosis]
  const shown = (diagnosis: Diagnosis, chosen: string | null, remembered: string | null) => {
    const { generator, why } = generatorFor(diagnosis, chosen, remembered)
    return { id: generator.id, isGuessed: why !== null }
  }

  it('is what the responses speak for', () =>
    expect(shown(nginx, null, 'fastapi')).toEqual({ id: 'nginx', isGuessed: true }))

  it('is what the user chose for this API instead', () =>
    expect(shown(nginx, 'express', null)).toEqual({ id: 'express', isGuessed: false }))

  it('is what was chosen last where they say nothing, else the first', () => {
    expect(shown(first, null, 'fastapi')).toEqual({ id: 'fastapi', isGuessed: false })
    expect(shown(first, null, null)).toEqual({ id: 'express', isGuessed: false })
  })
})

describe('the fields of a policy', () => {
  const policy = askedOf(first, diagnoses, 'api')?.policy
  if (policy === undefined) throw new Error('no policy')

  it('give the policy back as they stand', () =>
    expect(draftedPolicy(policy, fieldsOf(policy))).toEqual(policy))

  it('change what was written into them, and nothing else', () =>
    expect(draftedPolicy(policy, { methods: 'GET PATCH,', 'max-age': '' })).toEqual({
      ...policy,
      methods: ['GET', 'PATCH'],
      maxAge: null,
    }))

  it.each([
    [{ origins: 'https://x.example/a' }],
    [{ origins: '' }],
    [{ origins: '*', credentials: 'true' }],
    [{ 'max-age': '1h' }],
    [{ headers: '*' }],
  ])('%j is refused with a reason', (draft) => expect(draftedPolicy(policy, draft)).toHaveProperty('invalid'))

  it('allow every website without credentials by one mark, and take it back', () => {
    const draft = draftForAll({ methods: 'GET', credentials: 'true' }, true)
    expect(draft).toEqual({ methods: 'GET', origins: '*', credentials: 'false' })
    expect(isForAll({ ...fieldsOf(policy), ...draft })).toBe(true)
    expect(draftForAll(draft, false)).toEqual({ methods: 'GET' })
    expect(isForAll({ ...fieldsOf(policy), origins: '*', credentials: 'true' })).toBe(false)
  })

  it('are kept for each API, whatever is looked at in between', () => {
    const state = [
      { type: 'draft policy', target: 'https://api.test', draft: { methods: 'GET' } },
      { type: 'framework', target: 'https://api.test', id: 'nginx' },
      { type: 'draft policy', target: 'https://b.test', draft: {} },
      { type: 'select', selection: null },
    ] as const
    const { detail: fix } = state.reduce<ReturnType<typeof update>>(update, initialState)
    expect(fix.drafts.get('https://api.test')).toEqual({ methods: 'GET' })
    expect(fix.frameworks.get('https://api.test')).toBe('nginx')
    expect(fix.frameworks.get('https://b.test')).toBeUndefined()
  })
})

describe('the configuration', () => {
  it('is written for a server that exists, whatever was remembered', () => {
    expect(generatorNamed('nginx').id).toBe('nginx')
    expect(generatorNamed('gone').id).toBe(generatorNamed(null).id)
  })

  it('is checked with the URL that was asked, without its secrets', () => {
    const asked = askedOf(first, diagnoses, 'request')
    if (asked === null) throw new Error('no policy')
    const snippet = snippetFor(generatorNamed('nginx'), asked.policy, asked.target, first)
    const words = JSON.stringify(snippet)
    expect(words).toContain('https://api.test/a')
    expect(words).not.toContain('secret-5f2c81')
  })
})
