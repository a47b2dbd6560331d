import { describe, expect, it } from 'vitest'
import { code, plain, proxies, type Text, text, writers } from '../../src/internal.ts'
import { draftedPolicy } from '../../src/panel/fix/fix-view.ts'
import { inPanel } from '../../src/panel/parts/in-panel.ts'
import { policies } from '../fix/policies.ts'

const shown = (words: Text): string => plain(inPanel(words), (value) => value)
const ofCommandLine =
  /--(for|policy|proxy|least|origins-from-env)\b|whycors fix|`(origins|credentials|max-age)\+?=/

describe('the words of the command line, in the panel', () => {
  it.each([
    [text`Use ${code('--for nginx')}.`, 'Use Nginx.'],
    [text`It needs ${code('whycors fix --for cloudflare-workers')}.`, 'It needs Cloudflare Workers.'],
    [text`See ${code('whycors fix FILE --proxy')}.`, 'See Not your server?.'],
    [text`See ${code('--proxy vite')}.`, 'See Vite.'],
    [
      text`${code('origins=')} is empty; add ${code('credentials=false')}.`,
      '“Origins” is empty; add With credentials: off.',
    ],
    [text`(${code('--policy origins+=https://*.a.test')})`, '(`Origins: https://*.a.test`)'],
    [text`Keep ${code('Vary: Origin')} and ${code('a=b')}.`, 'Keep `Vary: Origin` and `a=b`.'],
  ])('%j', (words, said) => expect(shown(words)).toBe(said))

  it.each(writers.map((writer) => [writer.id, writer] as const))(
    'are not in what is said of %s',
    (_, writer) => {
      for (const policy of Object.values(policies)) {
        const snippet = writer.generate(policy, 'https://api.test/items')
        const texts =
          snippet.type === 'unsupported'
            ? [snippet.why]
            : [snippet.where, ...snippet.removeFirst, ...snippet.notes]
        for (const one of texts) expect(shown(one)).not.toMatch(ofCommandLine)
      }
    },
  )

  it('are not in what is said of a proxy', () => {
    const api = {
      target: 'https://api.test',
      page: 'https://app.test',
      urls: ['https://api.test/items'] as const,
      credentials: false,
      headers: [],
    }
    for (const proxy of proxies) {
      const snippet = proxy.generate(api)
      const texts = snippet.type === 'unsupported' ? [snippet.why] : [snippet.where, ...snippet.notes]
      for (const one of texts) expect(shown(one)).not.toMatch(ofCommandLine)
    }
  })

  it.each([
    [{ origins: '' }],
    [{ origins: '*', credentials: 'true' }],
    [{ origins: 'https://a.test/x' }],
    [{ 'max-age': '1h' }],
    [{ headers: '*' }],
  ])('are not in what is wrong with %j', (draft) => {
    const result = draftedPolicy(policies.credentials, draft)
    if (!('invalid' in result)) throw new Error('nothing is wrong')
    expect(shown(result.invalid)).not.toMatch(ofCommandLine)
  })
})
