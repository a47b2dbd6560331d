import { describe, expect, it } from 'vitest'
import { unsafeText } from '../../src/explain/unsafe-text.ts'
import { LIMITS, limited } from '../../src/redact/limited.ts'
import { redacting, redactText } from '../../src/redact/redact-text.ts'
import { cappedLists, shortened, sized } from '../../src/text/capped.ts'
import { code, list, text } from '../../src/text/text.ts'
import { whycors } from '../cli/run-whycors.ts'
import { chromeEntry, chromePreflight, harText } from '../make-har.ts'

const END = 'the-end-of-it'
const longValue = `https://${'a1-'.repeat(6666)}${END}`
const names = Array.from({ length: 300 }, (_, i) => `x-name-${i + 100}`)

const longAllowOrigin = harText([
  chromeEntry({ error: 'net::ERR_FAILED', response: { 'Access-Control-Allow-Origin': longValue } }),
])
const manyNames = harText([
  chromeEntry({
    status: 0,
    error: 'net::ERR_FAILED',
    request: Object.fromEntries(names.map((name) => [name, '1'])),
  }),
  chromePreflight({
    method: 'GET',
    asks: names.join(','),
    response: { 'Access-Control-Allow-Origin': 'https://app.example' },
  }),
])

const said = async (har: string, ...args: readonly string[]): Promise<string> =>
  (await whycors([...args, 'a.har'], { 'a.har': har })).out

describe.each(['text', 'markdown', 'sarif'])('as %s', (format) => {
  it('a long value loses its middle, its size is said and its end stays', async () => {
    const out = (await said(longAllowOrigin, '--format', format)).replace(/\n\s*/g, ' ')
    expect(out).not.toContain(longValue)
    expect(out).toContain('… 20 kB …')
    expect(out).toContain(END)
  })

  it('with --full it is whole', async () => {
    const out = (await said(longAllowOrigin, '--format', format, '--full')).replace(/\n\s*/g, '')
    expect(out).toContain(longValue)
  })

  it('of many names the first are listed and the others counted', async () => {
    const short = await said(manyNames, '--format', format)
    const full = await said(manyNames, '--format', format, '--full')
    expect(full).toContain(names.at(-1))
    expect(full.length).toBeGreaterThan(1.5 * short.length)
    if (format !== 'sarif') expect(short.replace(/\s+/g, ' ')).toMatch(/and 2\d\d more/)
  })
})

it('JSON has everything whole', async () => {
  for (const format of ['json', 'ndjson']) {
    expect(await said(longAllowOrigin, '--format', format)).toContain(longValue)
    expect(await said(manyNames, '--format', format)).toContain(`${names.at(-2)}\` and \`${names.at(-1)}`)
  }
})

describe('the parts of it', () => {
  it('a list in a sentence is capped wherever it stands', () => {
    const sentence = text`Add ${list(names.map(code))}, or drop ${code('x')}.`
    const shown = cappedLists(sentence, 3)
    expect(shown).toEqual(
      text`Add ${code('x-name-100')}, ${code('x-name-101')}, ${code('x-name-102')}${' and 297 more'}, or drop ${code('x')}.`,
    )
    expect(cappedLists(sentence, undefined)).toBe(sentence)
  })

  it('a list is capped whose items have reasons, and what follows the last one is kept', () => {
    const header = (name: string, value: string) => ({
      header: { name, value },
      because: 'unsafe byte' as const,
    })
    const plain = { header: { name: 'x-a', value: '1' }, because: 'name' as const }
    const sentence = unsafeText([plain, ...names.map((name) => header(name, '"'))])
    const item = (name: string) => [code(`${name}: "`), ' (which has a byte that is not safelisted)']
    expect(cappedLists([...sentence, '.'], 3)).toEqual([
      'the headers ',
      code('x-a'),
      ', ',
      ...item(names[0] ?? ''),
      ', ',
      ...item(names[1] ?? ''),
      ' and 298 more',
      '.',
    ])
    expect(cappedLists([...list(names.map(code)), ' (all of them)'], 3).at(-1)).toBe(' (all of them)')
  })

  it('one item more than fits is shown all the same', () => {
    const sentence = text`${list(['a', 'b', 'c', 'd'].map(code))}`
    expect(cappedLists(sentence, 3)).toEqual(sentence)
  })

  it.each([
    [4_900_000, '4.9 MB'],
    [52_300, '52 kB'],
    [1_500, '1,500 characters'],
  ])('%d characters are %s', (count, words) => expect(sized(count)).toBe(words))

  it('no character is cut in two', () => {
    for (let most = 8; most < 40; most++) expect(shortened('😀'.repeat(100), most)).not.toMatch(/\p{Cs}/u)
  })

  it('a secret is masked before its value is cut', () => {
    const cut = `${'x'.repeat(LIMITS.characters * 0.75 - 20)} Bearer ${'s3cret'.repeat(400)}`
    expect(limited(redacting).value(cut)).not.toContain('s3cret')
    expect(redactText([code(cut)], limited(redacting)).toString()).not.toContain('s3cret')
  })
})
