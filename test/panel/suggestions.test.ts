import { describe, expect, it } from 'vitest'
import { atOnce } from '../../src/internal.ts'
import type { Listed } from '../../src/panel/state/listed.ts'
import { suggestionsInSteps, withSuggestion } from '../../src/panel/toolbar/suggestions.ts'
import { chromeEntry } from '../make-har.ts'
import { diagnosed, indexOf } from './panel-diagnoses.ts'

const suggestions = (filter: string, requests: readonly Listed[]) =>
  atOnce(suggestionsInSteps(filter, indexOf(requests)))
const failed = { error: 'net::ERR_FAILED' }
const { diagnoses } = diagnosed([
  chromeEntry({ at: 1, url: 'https://api.test/a', ...failed }),
  chromeEntry({ at: 2, url: 'https://api.test/b', ...failed }),
  chromeEntry({ at: 3, url: 'https://cdn.test/c', method: 'POST', status: 502, ...failed }),
])

describe('what the filter suggests', () => {
  it.each([
    ['me', ['method:']],
    ['api -me', ['-method:']],
    ['method:', ['method:GET', 'method:POST']],
    ['method:p', ['method:POST']],
    ['method:POST', []],
    ['api domain:', ['domain:api.test', 'domain:cdn.test']],
    ['-domain:c', ['-domain:cdn.test']],
    ['status-code:5', ['status-code:502']],
    ['url:', []],
    ['nothing:', []],
  ])('after "%s"', (filter, expected) => {
    expect(suggestions(filter, diagnoses)).toEqual(expected)
  })

  it('is every property at first, and after a space', () => {
    expect(suggestions('', diagnoses)).toContain('domain:')
    expect(suggestions('api ', diagnoses)).toEqual(suggestions('', diagnoses))
  })

  it('takes the place of the last word, and a value ends it', () => {
    expect(withSuggestion('api me', 'method:')).toBe('api method:')
    expect(withSuggestion('api method:', 'method:PUT')).toBe('api method:PUT ')
  })

  it('never names a secret', () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop'
    const secret = diagnosed([
      chromeEntry({ url: 'https://api.test/', response: { [token]: '1' } }),
    ]).diagnoses
    expect(suggestions('header:', secret).join()).not.toContain('eyJ')
  })
})
