import { describe, expect, test } from 'vitest'
import { notYourServer } from '../../src/fix/not-your-server.ts'
import { providerOf } from '../../src/fix/provider-of.ts'
import { shortcuts } from '../../src/fix/shortcuts.ts'
import { plain } from '../../src/text/plain.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, harText } from '../make-har.ts'

const PAGE = 'https://app.example'
const blocked = (url: string) => ({ 'a.har': harText([chromeEntry({ url, error: 'net::ERR_FAILED' })]) })

describe('whose API it is', () => {
  test.each([
    ['https://api.openai.com', 'OpenAI'],
    ['https://maps.googleapis.com', 'Google'],
    ['https://api.github.com', 'GitHub'],
  ])('%s is evident', (target, provider) => expect(providerOf(target, [PAGE])).toBe(provider))

  test.each([
    'https://api.app.example',
    'https://openai.com.evil.example',
    'https://myapi.github.com.example',
    'https://notgoogleapis.com',
    'http://localhost:3000',
    'null',
    'https://firebasestorage.googleapis.com',
    'https://storage.googleapis.com',
    'https://bucket.storage.googleapis.com',
  ])('%s shows nothing', (target) => expect(providerOf(target, [PAGE])).toBeNull())

  test('a page of the same company may have a say', () =>
    expect(providerOf('https://api.github.com', ['https://gist.github.com'])).toBeNull())

  test('a stranger whose domain the company lends out has none', () =>
    expect(providerOf('https://api.github.com', ['https://ann.github.io'])).toBe('GitHub'))
})

describe('what not to do', () => {
  test('each says what it does, why not and what instead', () => {
    expect(shortcuts.map(({ id }) => id)).toEqual([...new Set(shortcuts.map(({ id }) => id))])
    for (const { does, whyNot, instead } of shortcuts)
      for (const words of [does, whyNot, instead])
        expect(plain(words, (value) => value)).toMatch(/^[A-Z`].*\.$/)
  })

  test('is said once of an API that is evidently somebody else\u2019s', () => {
    const lines = notYourServer('https://api.openai.com', [PAGE]).map((line) => plain(line, (value) => value))
    expect(lines[0]).toContain("`https://api.openai.com` is OpenAI's API")
    expect(lines.filter((line) => line.startsWith("Don't use: "))).toHaveLength(5)
    expect(lines.join('\n')).toContain('A public CORS proxy. Its operator can read')
  })

  test('fix says it on standard error, and not of an API that may be one\u2019s own', async () => {
    const args = ['fix', 'a.har', '--for', 'nginx']
    const theirs = await whycors(args, blocked('https://api.openai.com/v1/models'))
    expect(theirs.err).toContain("is OpenAI's API, so only they can make this change")
    expect(theirs.out).not.toContain('OpenAI')
    const own = await whycors(args, blocked('https://api.test/items'))
    expect(own.err).not.toContain("Don't use")
  })
})
