import { describe, expect, it } from 'vitest'
import { isSkipped, parseEntry } from '../../src/har/parse-entry.ts'
import { redacting, showingSecrets } from '../../src/redact/redact-text.ts'
import { maskingToo, secretValues } from '../../src/redact/secret-values.ts'

interface Given {
  readonly url?: string
  readonly sent?: Readonly<Record<string, string>>
  readonly got?: Readonly<Record<string, string>>
  readonly cookies?: readonly object[]
}

const listed = (headers: Readonly<Record<string, string>> = {}): readonly object[] =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

function maskedIn(given: Given, text: string): string {
  const entry = parseEntry(
    {
      request: {
        method: 'GET',
        url: given.url ?? 'https://api.example.test/items',
        headers: listed(given.sent),
        cookies: given.cookies ?? [],
      },
      response: { status: 200, headers: listed(given.got) },
    },
    0,
    0,
  )
  if (isSkipped(entry)) throw new Error(entry.why)
  const secrets = secretValues()
  secrets.add(entry)
  return maskingToo(redacting, secrets).value(text)
}

describe('a value that is masked once is masked wherever it recurs', () => {
  it.each<[string, Given, string, string]>([
    ['a cookie', { sent: { Cookie: 'lang=en; session=6b1059ac-0d0f' } }, '/c/6b1059ac-0d0f/x', '/c/•••/x'],
    ['a cookie in quotes', { sent: { Cookie: 'id="u71-4bc9"' } }, 'u71-4bc9', '•••'],
    [
      'a new cookie',
      { got: { 'Set-Cookie': 'sid=k9x2-77; Path=/' } },
      'https://a.test/?r=k9x2-77',
      'https://a.test/?r=•••',
    ],
    ['credentials', { sent: { Authorization: 'Bearer opaque-token-1' } }, 'x opaque-token-1 y', 'x ••• y'],
    [
      'a key',
      { sent: { 'X-Api-Key': 'letmeinplease' } },
      'https://a.test/letmeinplease',
      'https://a.test/•••',
    ],
    ['a parameter', { url: 'https://api.example.test/?access_token=abc%2Fdef%2F1' }, 'abc/def/1', '•••'],
    ['its percent-encoded form', { sent: { Cookie: 'sid=a/b+c=d1' } }, 'to=a%2Fb%2Bc%3Dd1', 'to=•••'],
    ['a cookie of the cookies array', { cookies: [{ name: 'sid', value: 'q1w2e3r4' }] }, 'q1w2e3r4', '•••'],
  ])('%s', (_, given, text, masked) => {
    expect(maskedIn(given, text)).toBe(masked)
  })

  it.each<[string, Given, string]>([
    ['a word', { sent: { Cookie: 'theme=midnight-blue; lang=en-US' } }, '/midnight-blue/en-US'],
    ['a short value', { sent: { Cookie: 'a=b1c2' } }, '/b1c2'],
    ['a host of the recording', { sent: { Cookie: 'host=api.example.test' } }, 'https://api.example.test/'],
    [
      'the origin of the page',
      { sent: { Cookie: 'from=https://app1.test', Origin: 'https://app1.test' } },
      'https://app1.test',
    ],
    ['a number', { sent: { Cookie: 'seen=86400000' } }, 'max-age=86400000'],
  ])('but not %s, which stands for itself', (_, given, text) => {
    expect(maskedIn(given, text)).toBe(text)
  })

  it('leaves everything as it is while nothing is noted', () => {
    expect(maskingToo(showingSecrets, secretValues()).url('https://a.test/?q=1')).toBe('https://a.test/?q=1')
  })
})
